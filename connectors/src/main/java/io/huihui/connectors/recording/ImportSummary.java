package io.huihui.connectors.recording;

import io.huihui.connectors.tape.TapeDescription;
import io.huihui.models.Require;

/**
 * What an import made.
 *
 * @param tape what stands in the tape's description
 * @param records in the tape
 * @param rejected rows that could not be used; each stands with its reason in {@code rejects.csv}
 * @param empty rows that say themselves that there is no value
 */
public record ImportSummary(TapeDescription tape, long records, long rejected, long empty) {

    public ImportSummary {
        Require.present("tape", tape);
        Require.notNegative("records", records);
        Require.notNegative("rejected", rejected);
        Require.notNegative("empty", empty);
    }
}

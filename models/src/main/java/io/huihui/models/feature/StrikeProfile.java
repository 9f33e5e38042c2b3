package io.huihui.models.feature;

import io.huihui.models.Require;

import java.util.List;

/**
 * The metrics of a chain by strike, at the end of the second in which the chain was analysed.
 *
 * @param spot price of the underlying used, currency per share
 * @param rows in order of strike
 */
public record StrikeProfile(SnapshotId id, double spot, List<StrikeRow> rows) {

    public StrikeProfile {
        Require.present("id", id);
        Require.positive("spot", spot);
        rows = List.copyOf(rows);
    }
}

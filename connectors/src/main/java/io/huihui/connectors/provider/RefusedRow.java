package io.huihui.connectors.provider;

import io.huihui.models.Require;

/**
 * A contract that a provider sent and nobody could read.
 *
 * @param row what came, as text
 * @param reason one sentence
 */
public record RefusedRow(String row, String reason) {

    public RefusedRow {
        Require.present("row", row);
        Require.text("reason", reason);
    }
}

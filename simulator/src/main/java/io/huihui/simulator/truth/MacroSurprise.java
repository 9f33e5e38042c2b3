package io.huihui.simulator.truth;

import io.huihui.models.Require;

/**
 * A macro figure was released.
 *
 * @param surpriseZ (actual - consensus) / usual miss
 */
public record MacroSurprise(String seriesId, long eventTimeMillis, double surpriseZ)
        implements TruthRecord {

    public MacroSurprise {
        Require.text("seriesId", seriesId);
        Require.finite("surpriseZ", surpriseZ);
    }
}

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

    static MacroSurprise read(TruthLine.Reader line) {
        return new MacroSurprise(
                line.text("seriesId"), line.whole("eventTimeMillis"), line.real("surpriseZ"));
    }

    @Override
    public TruthKind kind() {
        return TruthKind.MACRO_SURPRISE;
    }

    @Override
    public void write(TruthLine.Writer line) {
        line.add(seriesId);
        line.add(eventTimeMillis);
        line.add(surpriseZ);
    }
}

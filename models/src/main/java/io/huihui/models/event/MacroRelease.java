package io.huihui.models.event;

import io.huihui.models.Require;

/**
 * A macro-economic figure: first announced on the calendar (actual null), then released.
 *
 * @param seriesId e.g. {@code CPIAUCSL}
 * @param eventTimeMillis when this message was known
 * @param releaseTimeMillis when the figure is or was published
 * @param actual published figure in the series' own unit; null until published
 * @param consensus expected figure; null when no survey is fed
 * @param prior figure of the period before; null when not fed
 */
public record MacroRelease(
        String seriesId,
        long eventTimeMillis,
        long releaseTimeMillis,
        String source,
        long sequence,
        Double actual,
        Double consensus,
        Double prior) {

    public MacroRelease {
        Require.text("seriesId", seriesId);
        EventChecks.time("eventTimeMillis", eventTimeMillis);
        EventChecks.time("releaseTimeMillis", releaseTimeMillis);
        Require.text("source", source);
        Require.notNegative("sequence", sequence);
        Require.finiteOrMissing("actual", actual);
        Require.finiteOrMissing("consensus", consensus);
        Require.finiteOrMissing("prior", prior);
        Require.that(
                actual == null || eventTimeMillis >= releaseTimeMillis,
                "no actual figure before its release",
                () ->
                        "eventTimeMillis="
                                + eventTimeMillis
                                + " releaseTimeMillis="
                                + releaseTimeMillis
                                + " for "
                                + seriesId);
    }
}

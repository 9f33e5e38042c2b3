package io.huihui.models.expert.sentiment;

import io.huihui.models.Require;
import io.huihui.models.decision.Alert;
import io.huihui.models.decision.AlertKind;
import io.huihui.models.decision.AlertSeverity;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.metric.SymbolFeatures;

import java.util.Locale;

/**
 * A burst of stories that the market confirms.
 *
 * @param eventTimeMillis event time of the story or price that completed the evidence
 * @param firstStoryMillis when the first story of the burst was received
 * @param lastStoryId id of the newest story
 * @param stories stories that told something new
 * @param severity evidence against chance, as the standard normal deviate with the same tail
 * @param direction +1 when the price rose, -1 when it fell
 * @param priceZ the largest move after one of the stories / its usual deviation, signed
 * @param tone trust-weighted mean tone of the stories, -1..1; null when no tone could be read
 */
public record Shock(
        String symbol,
        long eventTimeMillis,
        long firstStoryMillis,
        String lastStoryId,
        int stories,
        double severity,
        int direction,
        double priceZ,
        Double tone) {

    /** Chance of one in a thousand million million: somebody should act. */
    private static final double STRONG = 8;

    private static final double MILLIS_PER_SECOND = 1_000;

    public Shock {
        Require.text("symbol", symbol);
        Require.text("lastStoryId", lastStoryId);
        Require.that(
                firstStoryMillis <= eventTimeMillis,
                "firstStoryMillis <= eventTimeMillis",
                () -> firstStoryMillis + " > " + eventTimeMillis);
        Require.that(stories > 0, "stories > 0", () -> "stories=" + stories);
        Require.notNegative("severity", severity);
        Require.that(
                direction == 1 || direction == -1,
                "direction +1 or -1",
                () -> "direction=" + direction);
        Require.finite("priceZ", priceZ);
        Require.withinOrMissing("tone", tone, -1, 1);
    }

    /** Event time from the first story to the alert. */
    public long latencyMillis() {
        return eventTimeMillis - firstStoryMillis;
    }

    /** Returns the alert that goes with it, on the second in which it was seen. */
    public Alert alert() {
        SnapshotId second = new SnapshotId(symbol, SymbolFeatures.endOfSecond(eventTimeMillis));
        return new Alert(
                Alert.idOf(second, AlertKind.NEWS_SHOCK, lastStoryId),
                second,
                AlertKind.NEWS_SHOCK,
                severity >= STRONG ? AlertSeverity.ACT : AlertSeverity.WATCH,
                lastStoryId,
                String.format(
                        Locale.ROOT,
                        "%s %s %.1f times its usual move after %d new stories in %.0f s, the"
                                + " newest %s, %s; severity %.1f deviations",
                        symbol,
                        direction > 0 ? "rose" : "fell",
                        Math.abs(priceZ),
                        stories,
                        latencyMillis() / MILLIS_PER_SECOND,
                        lastStoryId,
                        tone == null
                                ? "tone unknown"
                                : String.format(Locale.ROOT, "mean tone %+.2f", tone),
                        severity),
                null);
    }
}

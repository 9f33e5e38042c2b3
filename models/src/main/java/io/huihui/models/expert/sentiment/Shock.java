package io.huihui.models.expert.sentiment;

import io.huihui.models.Require;

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

    public Shock {
        Require.text("symbol", symbol);
        Require.text("lastStoryId", lastStoryId);
        Require.that(
                firstStoryMillis <= eventTimeMillis,
                "firstStoryMillis <= eventTimeMillis",
                firstStoryMillis + " > " + eventTimeMillis);
        Require.that(stories > 0, "stories > 0", "stories=" + stories);
        Require.notNegative("severity", severity);
        Require.that(
                direction == 1 || direction == -1, "direction +1 or -1", "direction=" + direction);
        Require.finite("priceZ", priceZ);
        Require.withinOrMissing("tone", tone, -1, 1);
    }

    /** Event time from the first story to the alert. */
    public long latencyMillis() {
        return eventTimeMillis - firstStoryMillis;
    }
}

package io.huihui.models.expert.sentiment.narrative;

import io.huihui.models.Require;

/**
 * How fast topics come and go.
 *
 * @param halfLifeMillis of what a topic remembers
 * @param birthWindowMillis a birth is a shift when the first stories came within this time
 * @param birthStories how many stories a birth takes
 * @param idleMillis a topic without a story for so long is dead
 * @param warmUpMillis topics found before this much news was seen are no shifts
 * @param likeness least cosine of a story and the topic it joins, 0..1
 */
public record NarrativeConfig(
        long halfLifeMillis,
        long birthWindowMillis,
        int birthStories,
        long idleMillis,
        long warmUpMillis,
        double likeness) {

    private static final long MINUTE = 60_000L;
    private static final long DAY = 24 * 60 * MINUTE;

    public NarrativeConfig {
        Require.positive("halfLifeMillis", (double) halfLifeMillis);
        Require.positive("birthWindowMillis", (double) birthWindowMillis);
        Require.positive("birthStories", birthStories);
        Require.positive("idleMillis", (double) idleMillis);
        Require.notNegative("warmUpMillis", warmUpMillis);
        Require.within("likeness", likeness, 0, 1);
    }

    /** Returns the setting for a live feed of headlines. */
    public static NarrativeConfig intraday() {
        return new NarrativeConfig(120 * MINUTE, 10 * MINUTE, 3, 240 * MINUTE, 60 * MINUTE, 0.35);
    }

    /** Returns the setting for headlines that carry only a date. */
    public static NarrativeConfig daily() {
        return new NarrativeConfig(30 * DAY, 7 * DAY, 4, 60 * DAY, 30 * DAY, 0.3);
    }
}

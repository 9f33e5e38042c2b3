package io.huihui.models.metric;

/** The horizons at which flows and returns are measured; trailing, all ending now, so nested. */
public enum Window {
    MINUTES_5(5),
    MINUTES_15(15),
    MINUTES_30(30),
    MINUTES_60(60);

    /** All windows, shortest first, without the copy that {@code values()} makes. */
    static final Window[] ALL = values();

    private final int minutes;

    Window(int minutes) {
        this.minutes = minutes;
    }

    public int minutes() {
        return minutes;
    }

    public int seconds() {
        return 60 * minutes;
    }

    /** Returns the lengths in seconds, shortest first, for {@link SecondBuckets}. */
    static int[] lengths() {
        int[] lengths = new int[ALL.length];
        for (Window window : ALL) {
            lengths[window.ordinal()] = window.seconds();
        }
        return lengths;
    }
}

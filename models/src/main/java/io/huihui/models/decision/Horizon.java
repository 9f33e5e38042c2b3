package io.huihui.models.decision;

/** How far ahead a thesis looks. */
public enum Horizon {
    MINUTES_5(5),
    MINUTES_15(15),
    MINUTES_60(60);

    private final int minutes;

    Horizon(int minutes) {
        this.minutes = minutes;
    }

    public int minutes() {
        return minutes;
    }

    public long millis() {
        return minutes * 60_000L;
    }
}

package io.huihui.console.compass;

/** A time frame: the window over which an axis is taken together. */
public enum CompassLayer {
    MINUTES_5(5),
    MINUTES_15(15),
    MINUTES_30(30),
    MINUTES_60(60),
    MINUTES_240(240);

    private final int minutes;

    CompassLayer(int minutes) {
        this.minutes = minutes;
    }

    public int minutes() {
        return minutes;
    }
}

package io.huihui.simulator.price;

/** The U shape of a session: busy at the open and at the close, calm at noon. */
public final class Seasonality {

    private static final double VOL_FLOOR = 0.7;
    private static final double VOL_RISE = 1.1;

    /**
     * Makes the mean square of the volatility factor 1. With x = 2p-1 uniform on -1..1, E[x^2]=1/3
     * and E[x^4]=1/5.
     */
    private static final double VOL_SCALE =
            1
                    / Math.sqrt(
                            VOL_FLOOR * VOL_FLOOR
                                    + 2 * VOL_FLOOR * VOL_RISE / 3
                                    + VOL_RISE * VOL_RISE / 5);

    /** Floor and rise of activity: 0.6 + 1.2 / 3 = 1 on average. */
    private static final double ACTIVITY_FLOOR = 0.6;

    private static final double ACTIVITY_RISE = 1.2;

    private Seasonality() {}

    /** Returns the factor on volatility at share {@code elapsed} (0..1) of the session. */
    public static double volatility(double elapsed) {
        double x = 2 * elapsed - 1;
        return VOL_SCALE * (VOL_FLOOR + VOL_RISE * x * x);
    }

    /** Returns the factor on the rate of events at share {@code elapsed} of the session; mean 1. */
    public static double activity(double elapsed) {
        double x = 2 * elapsed - 1;
        return ACTIVITY_FLOOR + ACTIVITY_RISE * x * x;
    }
}

package io.huihui.models.decision;

import io.huihui.models.Require;

/**
 * Probabilities of what the mid price does over one horizon. FLAT means that the absolute log
 * return stays within {@link #FLAT_BAND_SIGMAS} expected standard deviations of the horizon.
 *
 * @param up probability, 0..1
 * @param down probability, 0..1
 * @param flat probability, 0..1; the three sum to 1
 */
public record Thesis(Horizon horizon, double up, double down, double flat) {

    /**
     * Half-width of FLAT in expected standard deviations. For a normal return it makes the three
     * classes equally likely: the 2/3 quantile of the standard normal distribution.
     */
    public static final double FLAT_BAND_SIGMAS = 0.43;

    public Thesis {
        Require.present("horizon", horizon);
        Simplex.check("thesis", up, down, flat);
    }

    /** Returns the thesis of someone who knows nothing. */
    public static Thesis uniform(Horizon horizon) {
        double third = 1.0 / 3;
        return new Thesis(horizon, third, third, third);
    }

    public double probability(Direction direction) {
        return switch (direction) {
            case UP -> up;
            case DOWN -> down;
            case FLAT -> flat;
        };
    }

    /** The likeliest direction; ties go to FLAT, then UP. */
    public Direction likeliest() {
        if (flat >= up && flat >= down) {
            return Direction.FLAT;
        }
        return up >= down ? Direction.UP : Direction.DOWN;
    }
}

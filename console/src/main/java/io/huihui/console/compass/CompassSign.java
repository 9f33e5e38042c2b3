package io.huihui.console.compass;

import io.huihui.models.OrNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something on a compass that is worth a look. A sign has a margin: how far, in radius, the compass
 * is beyond what makes it up; it begins above 0 and ends below {@code -}{@link #HYSTERESIS}.
 *
 * @param kind what is seen
 * @param axis where it is seen; null of a sign of several axes
 */
public record CompassSign(Kind kind, @OrNull CompassAxis axis) {

    /** A sign ends this much inside of where it began, so that it does not flicker. */
    static final double HYSTERESIS = 0.05;

    /** Flow is compared with what it was so long ago. */
    static final int SURGE_HALF_MINUTES = 10;

    /** All there are, in the order of their bits in a frame. */
    public static final List<CompassSign> ALL = all();

    private static final double EXTREME = 0.95;
    private static final double FAR = 0.7;
    private static final double VERY_FAR = 0.8;
    private static final double SURGE = 0.25;
    private static final double LIKELY = 0.8;
    private static final double LOOSE = 0.6;
    private static final int ALIGNED = 3;

    /** What is seen. */
    public enum Kind {
        EXTREME_HIGH("at its high extreme", ""),
        EXTREME_LOW("at its low extreme", ""),
        ALIGNED_UP(
                "Aligned up", "Three or more axes stand beyond 70 % together: they agree on up."),
        ALIGNED_DOWN(
                "Aligned down",
                "Three or more axes stand below 30 % together: they agree on down."),
        FLOW_SURGE_UP(
                "Flow surges up",
                "An axis of flow has risen by a quarter of its range within five minutes."),
        FLOW_SURGE_DOWN(
                "Flow surges down",
                "An axis of flow has fallen by a quarter of its range within five minutes."),
        TRANSITION_LIKELY(
                "State about to change",
                "The market leaves its state within a quarter of an hour with more than 80 %."),
        MOMENTUM_EXPLOSION(
                "Momentum explosion",
                "Premium speeds up while dealers' hedging is far on one side (VAPI-FA and A-DAG above 80 %)."),
        VOLATILITY_SQUEEZE(
                "Volatility squeeze",
                "Volatility is quiet, dealers' gamma is far from balanced and orders already push (VRI, GIB, AOFM)."),
        SMART_MONEY_DIVERGENCE(
                "Large money disagrees",
                "Delta flow of large trades and the order flow of the book point opposite ways (DWFD, AOFM).");

        private final String label;
        private final String says;

        Kind(String label, String says) {
            this.label = label;
            this.says = says;
        }

        private boolean isOfOneAxis() {
            return this == EXTREME_HIGH || this == EXTREME_LOW;
        }
    }

    /** What signs are seen in: radii by axis, now and so long ago, and what the regimes say. */
    static final class Sight {
        private final double[] now;
        private final double[] before;
        private final double transition;

        Sight(double[] now, double[] before, double transition) {
            this.now = now;
            this.before = before;
            this.transition = transition;
        }

        private double change(CompassAxis axis) {
            return of(axis) - before[axis.ordinal()];
        }

        private double of(CompassAxis axis) {
            return now[axis.ordinal()];
        }
    }

    private static List<CompassSign> all() {
        List<CompassSign> signs = new ArrayList<>();
        for (CompassAxis axis : CompassAxis.values()) {
            signs.add(new CompassSign(Kind.EXTREME_HIGH, axis));
            if (axis.twoSided()) {
                signs.add(new CompassSign(Kind.EXTREME_LOW, axis));
            }
        }
        for (Kind kind : Kind.values()) {
            if (!kind.isOfOneAxis()) {
                signs.add(new CompassSign(kind, null));
            }
        }
        return List.copyOf(signs);
    }

    /** Returns a few words for it. */
    public String label() {
        return axis == null ? kind.label : axis.words().label() + " " + kind.label;
    }

    /** Returns what it means, in a sentence. */
    public String says() {
        return switch (kind) {
            case EXTREME_HIGH -> axis.words().above();
            case EXTREME_LOW -> axis.words().below();
            default -> kind.says;
        };
    }

    /**
     * Returns how far the compass is beyond what makes the sign up; NaN when too much is missing.
     */
    double margin(Sight sight) {
        return switch (kind) {
            case EXTREME_HIGH -> sight.of(axis) - EXTREME;
            case EXTREME_LOW -> 1 - EXTREME - sight.of(axis);
            case ALIGNED_UP -> aligned(sight, 1);
            case ALIGNED_DOWN -> aligned(sight, -1);
            case FLOW_SURGE_UP -> surge(sight, 1);
            case FLOW_SURGE_DOWN -> surge(sight, -1);
            case TRANSITION_LIKELY -> sight.transition - LIKELY;
            case MOMENTUM_EXPLOSION ->
                    Math.min(sight.of(CompassAxis.VAPI_FA), sight.of(CompassAxis.A_DAG)) - VERY_FAR;
            case VOLATILITY_SQUEEZE -> squeeze(sight);
            case SMART_MONEY_DIVERGENCE ->
                    Math.max(
                            apart(sight, CompassAxis.DWFD, CompassAxis.AOFM),
                            apart(sight, CompassAxis.AOFM, CompassAxis.DWFD));
        };
    }

    /** How far the third of the axes with two sides, outermost first, is beyond. */
    private static double aligned(Sight sight, int side) {
        double[] outermost =
                Stream.of(CompassAxis.values())
                        .filter(CompassAxis::twoSided)
                        .mapToDouble(axis -> side * (sight.of(axis) - 0.5))
                        .filter(radius -> !Double.isNaN(radius))
                        .map(radius -> -radius)
                        .sorted()
                        .toArray();
        return outermost.length < ALIGNED ? Double.NaN : -outermost[ALIGNED - 1] - (FAR - 0.5);
    }

    private static double surge(Sight sight, int side) {
        return Arrays.stream(CompassAxis.values())
                        .filter(axis -> axis.family() == CompassAxis.Family.FLOW)
                        .mapToDouble(axis -> side * sight.change(axis))
                        .filter(change -> !Double.isNaN(change))
                        .max()
                        .orElse(Double.NaN)
                - SURGE;
    }

    private static double squeeze(Sight sight) {
        double quiet = 1 - FAR - sight.of(CompassAxis.VRI);
        double unbalanced = CompassAxis.GIB.distance(sight.of(CompassAxis.GIB)) - FAR;
        return Math.min(quiet, Math.min(unbalanced, sight.of(CompassAxis.AOFM) - LOOSE));
    }

    private static double apart(Sight sight, CompassAxis above, CompassAxis below) {
        return Math.min(sight.of(above) - FAR, 1 - FAR - sight.of(below));
    }
}

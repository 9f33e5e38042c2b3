package io.huihui.benchmarks.learners;

import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;

/**
 * One example a second of a yes-or-no question whose rule changes every hour: six normal inputs,
 * yes with the logistic probability of four times their projection on the rule. Someone who knows
 * the rule is wrong in about one of eight.
 *
 * <p>The new rule stands at 90 to 180 degrees to the old one: what was known is worth nothing, or
 * less than that. A gradual change follows the convention of MOA's concept drift streams: a sigmoid
 * of {@link #WIDTH_SECONDS} around its centre.
 */
final class DriftStream {

    static final int INPUTS = 6;

    /** Time for a learner that begins with nothing. */
    static final int FIRST_CHANGE_SECONDS = 1_800;

    static final int PERIOD_SECONDS = 3_600;

    static final int WIDTH_SECONDS = 60;

    /** How sure one can be: with 4, one who knows is wrong with probability .13. */
    private static final double STEEPNESS = 4;

    private final DriftKind kind;
    private final Draws rules;
    private final Draws draws;
    private final double[] inputs = new double[INPUTS];
    private double[] before;
    private double[] after;
    private int second = -1;
    private int centre = -1;
    private double beforeYes;
    private double afterYes;
    private double yesProbability;
    private boolean ofNewRule;
    private boolean yes;

    DriftStream(long seed, DriftKind kind) {
        this.kind = kind;
        rules = Draws.of(seed, Stream.LEARNING_RULES, kind.name(), 0);
        draws = Draws.of(seed, Stream.LEARNING_EXAMPLES, kind.name(), 0);
        after = direction();
        before = after;
    }

    /** Moves on by a second. */
    void next() {
        second++;
        if (kind != DriftKind.NONE
                && second >= FIRST_CHANGE_SECONDS
                && (second - FIRST_CHANGE_SECONDS) % PERIOD_SECONDS == 0) {
            before = after;
            after = turned(before);
            centre = second + (kind == DriftKind.GRADUAL ? WIDTH_SECONDS : 0);
        }
        for (int i = 0; i < INPUTS; i++) {
            inputs[i] = draws.gaussian();
        }
        beforeYes = probability(before);
        afterYes = probability(after);
        ofNewRule = draws.uniform() < shareOfNew();
        yesProbability = ofNewRule ? afterYes : beforeYes;
        yes = draws.uniform() < yesProbability;
    }

    private double shareOfNew() {
        if (kind != DriftKind.GRADUAL || centre < 0) {
            return 1;
        }
        return 1 / (1 + StrictMath.exp(-4.0 * (second - centre) / WIDTH_SECONDS));
    }

    private double probability(double[] rule) {
        return 1 / (1 + StrictMath.exp(-STEEPNESS * dot(rule, inputs)));
    }

    /** What is known at the prediction. */
    double[] inputs() {
        return inputs;
    }

    /** What happened; known to a learner only after the delay. */
    boolean yes() {
        return yes;
    }

    /** Probability of a yes, known to no learner. */
    double yesProbability() {
        return yesProbability;
    }

    /** Whether the example followed the new rule, which a gradual change draws. */
    boolean followedTheNewRule() {
        return ofNewRule;
    }

    /** Returns ln(probability of what happened under the new rule / under the old one). */
    double logRatioOfRules() {
        return StrictMath.log(yes ? afterYes / beforeYes : (1 - afterYes) / (1 - beforeYes));
    }

    /** Second of the last change, the centre of a gradual one; -1 before the first. */
    int centre() {
        return centre;
    }

    /** A random rule of length 1. */
    private double[] direction() {
        double[] direction = new double[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
            direction[i] = rules.gaussian();
        }
        return scaled(direction, 1 / StrictMath.sqrt(dot(direction, direction)));
    }

    private double[] turned(double[] rule) {
        double[] side = direction();
        double along = dot(side, rule);
        for (int i = 0; i < INPUTS; i++) {
            side[i] -= along * rule[i];
        }
        double[] across = scaled(side, 1 / StrictMath.sqrt(dot(side, side)));
        double angle = rules.uniform(StrictMath.PI / 2, StrictMath.PI);
        double[] turned = new double[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
            turned[i] = StrictMath.cos(angle) * rule[i] + StrictMath.sin(angle) * across[i];
        }
        return turned;
    }

    private static double[] scaled(double[] values, double factor) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = factor * values[i];
        }
        return scaled;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}

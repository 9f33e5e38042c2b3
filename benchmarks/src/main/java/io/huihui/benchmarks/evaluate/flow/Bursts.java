package io.huihui.benchmarks.evaluate.flow;

import io.huihui.models.expert.flow.FlowInput;
import io.huihui.models.expert.flow.ImpactModel;
import io.huihui.models.feature.Feature;

import java.util.ArrayList;
import java.util.List;

/** The moments after a burst of one-sided volume, and what the mid did from there. */
final class Bursts {

    /** At most one moment in this many seconds, so that one burst is not counted thirty times. */
    private static final int REST_SECONDS = 20;

    private static final int STEP_SECONDS = 10;

    private static final double SECONDS_PER_YEAR = 252.0 * 390 * 60;

    /** Returns are cut at so many deviations: a jump of news is not impact. */
    private static final double MOST_DEVIATIONS = 4;

    /**
     * One moment.
     *
     * @param second row of the day
     * @param inputs in the order of {@link FlowInput}
     * @param secondDeviation expected deviation of the log return of a second
     * @param minutes horizons
     * @param returns log returns over the horizons; NaN beyond the close
     * @param expected what trees are to expect: what came, or what was planted where that is known
     */
    // Two of these are never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Moment(
            int second,
            double[] inputs,
            double secondDeviation,
            int[] minutes,
            double[] returns,
            double[] expected) {

        /** Returns the same moment with other returns to be expected. */
        Moment expecting(double[] others) {
            return new Moment(second, inputs, secondDeviation, minutes, returns, others);
        }

        /** Returns one of the returns in its expected deviations, cut; NaN beyond the close. */
        double deviations(double[] of, int horizon) {
            double deviations =
                    of[horizon] / (secondDeviation * Math.sqrt(60.0 * minutes[horizon]));
            return Double.isNaN(deviations)
                    ? Double.NaN
                    : Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, deviations));
        }
    }

    private Bursts() {}

    /** Whether inputs are those of a moment after a burst. */
    static boolean isBurst(double[] inputs) {
        return inputs[FlowInput.TOXICITY.ordinal()] >= ImpactModel.BURST_TOXICITY;
    }

    /** Returns the moments after bursts. */
    static List<Moment> of(FlowDay day, int... minutes) {
        return moments(day, ImpactModel.BURST_TOXICITY, REST_SECONDS, minutes);
    }

    /** Returns a moment in every ten seconds, bursts or not: trees learn what a burst is. */
    static List<Moment> all(FlowDay day, int... minutes) {
        return moments(day, 0, STEP_SECONDS, minutes);
    }

    private static List<Moment> moments(
            FlowDay day, double leastToxicity, int rest, int... minutes) {
        FlowReader reader = new FlowReader(day);
        List<Moment> moments = new ArrayList<>();
        int free = 0;
        for (int second = 0; second < day.seconds(); second++) {
            reader.take(second);
            double deviation = deviation(day, second);
            if (second < free || !(deviation > 0)) {
                continue;
            }
            double[] inputs = reader.inputs();
            if (inputs[FlowInput.TOXICITY.ordinal()] >= leastToxicity) {
                double[] returns = returns(day, second, minutes);
                moments.add(new Moment(second, inputs, deviation, minutes, returns, returns));
                free = second + rest;
            }
        }
        return moments;
    }

    private static double deviation(FlowDay day, int second) {
        double annual = day.value(second, Feature.REALIZED_VOL_60M);
        if (Double.isNaN(annual)) {
            annual = day.value(second, Feature.REALIZED_VOL_30M);
        }
        return annual / Math.sqrt(SECONDS_PER_YEAR);
    }

    private static double[] returns(FlowDay day, int second, int... minutes) {
        double[] returns = new double[minutes.length];
        double now = day.value(second, Feature.MID);
        for (int horizon = 0; horizon < minutes.length; horizon++) {
            int then = second + 60 * minutes[horizon];
            returns[horizon] =
                    then < day.seconds()
                            ? Math.log(day.value(then, Feature.MID) / now)
                            : Double.NaN;
        }
        return returns;
    }
}

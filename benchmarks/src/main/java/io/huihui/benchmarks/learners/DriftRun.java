package io.huihui.benchmarks.learners;

import io.huihui.models.learner.AdaptiveLogistic;
import io.huihui.models.learner.Adwin;
import io.huihui.models.learner.DelayedLabels;
import io.huihui.models.learner.FtrlLogistic;
import io.huihui.models.learner.FtrlRates;

import java.util.ArrayDeque;

/**
 * One learner on one stream: predict, wait for the label, score, learn. Beside it, on the same
 * labels, a learner that never begins anew, an adaptive window alone, and one who knows both rules
 * and only has to find out which one holds.
 */
final class DriftRun {

    /** A label is known five seconds after its example. */
    static final int LABEL_DELAY_SECONDS = 5;

    /** Errors count as recovered in the five minutes that begin so long after a change. */
    static final int RECOVERED_SECONDS = 300;

    /** An alarm so long after a change belongs to it: a slow one may be found in two steps. */
    private static final int BELONGS_SECONDS = 900;

    /** A learner that began with nothing has no errors to compare with for ten minutes. */
    private static final int WARM_UP_SECONDS = 600;

    private static final FtrlRates RATES = new FtrlRates(0.5, 1, 0, 0);

    /** One who knows both rules calls at odds of 86,400: at most once a day without a change. */
    private static final double BOUND_ALARM = Math.log(86_400);

    private final DriftStream stream;
    private final AdaptiveLogistic ours = new AdaptiveLogistic(DriftStream.INPUTS, RATES);
    private final FtrlLogistic steady = new FtrlLogistic(DriftStream.INPUTS, RATES);
    private final Adwin window = new Adwin();
    private final DelayedLabels waiting =
            new DelayedLabels(DriftStream.INPUTS, LABEL_DELAY_SECONDS + 1);

    /** What happened, and the log ratio of the rules, as the labels wait. */
    private final ArrayDeque<Boolean> happened = new ArrayDeque<>();

    private final ArrayDeque<Double> ratios = new ArrayDeque<>();

    private double boundSum;

    final Alarms alarms = new Alarms();
    final Alarms windowAlarms = new Alarms();
    final Alarms boundAlarms = new Alarms();
    final Errors recovered = new Errors();
    final Errors quiet = new Errors();
    int seconds;
    int changes;
    int learnedEarly;

    /** When changes were found. */
    static final class Alarms {
        int found;
        int falseOnes;
        double delaySum;
        int within30;
        private int foundChange = -1;

        void alarm(int now, int centre) {
            boolean nearAChange =
                    centre >= 0
                            && now >= centre - DriftStream.WIDTH_SECONDS
                            && now < centre + BELONGS_SECONDS;
            if (!nearAChange) {
                falseOnes++;
            } else if (foundChange != centre && now < centre + RECOVERED_SECONDS) {
                foundChange = centre;
                found++;
                delaySum += now - centre;
                within30 += now - centre < 30 ? 1 : 0;
            }
        }
    }

    /** Expected errors, in which the chance of the label is left out. */
    static final class Errors {
        double ours;
        double steady;
        double oracle;
    }

    private DriftRun(DriftStream stream) {
        this.stream = stream;
    }

    /** Returns the figures of so many seconds of a stream. */
    static DriftRun of(long seed, DriftKind kind, int seconds) {
        DriftRun run = new DriftRun(new DriftStream(seed, kind));
        int centre = -1;
        for (int second = 0; second < seconds; second++) {
            run.stream.next();
            run.changes += run.stream.centre() == centre ? 0 : 1;
            centre = run.stream.centre();
            run.predict(second);
            run.learn(second);
        }
        run.seconds = seconds;
        return run;
    }

    private void predict(int second) {
        double said = ours.predict(stream.inputs());
        double yes = stream.yesProbability();
        int since = second - stream.centre();
        Errors errors = null;
        if (stream.centre() < 0) {
            errors = second >= WARM_UP_SECONDS ? quiet : null;
        } else if (since >= RECOVERED_SECONDS && since < 2 * RECOVERED_SECONDS) {
            errors = recovered;
        }
        if (errors != null) {
            errors.ours += said > 0.5 ? 1 - yes : yes;
            errors.steady += steady.predict(stream.inputs()) > 0.5 ? 1 - yes : yes;
            errors.oracle += Math.min(yes, 1 - yes);
        }
        long now = second * 1000L;
        waiting.add(now, now + LABEL_DELAY_SECONDS * 1000L, stream.inputs(), said);
        happened.add(stream.yes());
        ratios.add(stream.logRatioOfRules());
    }

    private void learn(int second) {
        while (waiting.next(second * 1000L)) {
            boolean yes = happened.remove();
            learnedEarly +=
                    waiting.madeAtMillis() + LABEL_DELAY_SECONDS * 1000L > second * 1000L ? 1 : 0;
            steady.learn(waiting.inputs(), yes, 1);
            double said = waiting.said();
            double before = window.mean();
            boolean cut = window.add(yes ? 1 - said : said) && window.mean() > before;
            boolean risen = ours.learn(waiting.inputs(), said, yes);
            double ratio = ratios.remove();
            // At a change the sum stands at 0, where it rests under the old rule.
            boolean ofThisChange = waiting.madeAtMillis() >= stream.centre() * 1000L;
            boundSum = ofThisChange ? Math.max(0, boundSum + ratio) : 0;
            if (second >= WARM_UP_SECONDS) {
                if (risen) {
                    alarms.alarm(second, stream.centre());
                }
                if (cut) {
                    windowAlarms.alarm(second, stream.centre());
                }
                if (boundSum > BOUND_ALARM && second >= stream.centre()) {
                    boundAlarms.alarm(second, stream.centre());
                }
            }
        }
    }
}

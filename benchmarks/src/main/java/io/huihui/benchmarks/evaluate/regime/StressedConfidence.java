package io.huihui.benchmarks.evaluate.regime;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.Scores;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.expert.regime.forecast.ForecastModel;
import io.huihui.models.expert.regime.forecast.ThesisModel;
import io.huihui.simulator.truth.CorrelationBreak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How much surer of its 15-minute calls the regime expert could be if it knew the planted breaks of
 * correlation themselves, which is more than any measure of stress can tell it.
 *
 * <p>Its theses are sharpened or blunted by a power, fitted on the seeds of the other half: one
 * power for all calls, then one for calls outside of breaks, at their begin, and in their rest.
 */
final class StressedConfidence {

    /** Outcomes overlap for minutes. */
    private static final int STEP_SECONDS = 30;

    /** A break is young for as long as the call looks ahead. */
    private static final long YOUNG_MILLIS = 15 * 60_000L;

    private static final int OUTSIDE = 0;
    private static final int YOUNG = 1;
    private static final int OLD = 2;

    /** Powers that are tried: from hardly any opinion to twice as sure. */
    private static final double LEAST_POWER = 0.2;

    private static final double MOST_POWER = 2;
    private static final double POWER_STEP = 0.05;

    /** A call, what came, and where it stands to breaks. */
    private record Call(Thesis thesis, Direction realized, int phase) {}

    private final List<List<Call>> seeds = new ArrayList<>();

    private StressedConfidence() {}

    static StressedConfidence of(SeedRange range, Bench.Progress progress) {
        StressedConfidence all = new StressedConfidence();
        ForecastModel model = ForecastModel.shipped();
        ThesisModel theses = ThesisModel.shipped();
        Recordings recordings = new Recordings(RegimeTraining.SYMBOLS, progress);
        for (long seed = range.first(); seed <= range.last(); seed++) {
            List<Call> calls = new ArrayList<>();
            for (Recording recording : recordings.of(seed)) {
                List<CorrelationBreak> breaks = recording.truth(CorrelationBreak.class);
                ThesisRun.over(
                        recording,
                        model,
                        STEP_SECONDS,
                        (second, horizon, leans, sizes, realized) -> {
                            if (horizon == Horizon.MINUTES_15) {
                                calls.add(
                                        new Call(
                                                theses.thesis(horizon, leans, sizes),
                                                realized,
                                                phase(breaks, recording.endMillis(second))));
                            }
                        });
            }
            all.seeds.add(calls);
        }
        return all;
    }

    static int phase(List<CorrelationBreak> breaks, long millis) {
        for (CorrelationBreak broken : breaks) {
            if (millis >= broken.eventTimeMillis() && millis < broken.endMillis()) {
                return millis - broken.eventTimeMillis() < YOUNG_MILLIS ? YOUNG : OLD;
            }
        }
        return OUTSIDE;
    }

    /** The figures of a seed under the powers fitted on the other half. */
    private record Figures(double confidence, double brier, Scores scores) {}

    List<Metric> metrics() {
        List<Figures> plain = judged(false);
        List<Figures> knowing = judged(true);
        List<Double> gain = new ArrayList<>();
        List<Double> brier = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            gain.add(knowing.get(i).confidence() - plain.get(i).confidence());
            brier.add(knowing.get(i).brier() - plain.get(i).brier());
        }
        List<Double> certain = new ArrayList<>();
        for (int i = 0; i < seeds.size(); i++) {
            certain.add(gainIfCertain(i));
        }
        return List.of(
                Bootstrap.metric("confidence_gain_bound", gain, null, "probability"),
                Bootstrap.metric("confidence_brier_change", brier, null, "0..2"),
                Bootstrap.metric("confidence_gain_if_certain", certain, null, "probability"));
    }

    List<Metric> guards() {
        List<Figures> knowing = judged(true);
        Bootstrap.Interval error =
                Bootstrap.pooled(
                        knowing.stream().map(Figures::scores).toList(), Scores::calibrationError);
        return List.of(
                new Metric(
                        "confidence_ece", error.mean(), error.low(), error.high(), null, "share"),
                Bootstrap.metric(
                        "calls_in_breaks",
                        seeds.stream().map(StressedConfidence::inBreaks).toList(),
                        null,
                        "share"));
    }

    private static double inBreaks(List<Call> calls) {
        return mean(calls, call -> call.phase() == OUTSIDE ? 0 : 1);
    }

    /** Each seed under the powers of the other half: one for all phases, or one for each. */
    private List<Figures> judged(boolean apart) {
        List<Figures> figures = new ArrayList<>();
        for (int i = 0; i < seeds.size(); i++) {
            double[] powers = powers(i, apart);
            Scores scores = new Scores();
            double confidence = 0;
            int right = 0;
            for (Call call : seeds.get(i)) {
                Thesis said = sharpened(call.thesis(), powers[call.phase()]);
                scores.add(said, call.realized());
                if (said.likeliest() == call.realized()) {
                    confidence += said.probability(said.likeliest());
                    right++;
                }
            }
            figures.add(new Figures(confidence / right, scores.brier(), scores));
        }
        return figures;
    }

    private double[] powers(int seed, boolean apart) {
        double[] powers = new double[OLD + 1];
        for (int phase = OUTSIDE; phase <= OLD; phase++) {
            int of = phase;
            List<Call> calls = new ArrayList<>();
            for (int other = 0; other < seeds.size(); other++) {
                if (other % 2 != seed % 2) {
                    seeds.get(other).stream()
                            .filter(call -> !apart || call.phase() == of)
                            .forEach(calls::add);
                }
            }
            powers[phase] = power(calls);
        }
        return powers;
    }

    /** Returns the power of least log loss; 1 without calls to choose by. */
    static double power(List<Call> calls) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double power = LEAST_POWER; power <= MOST_POWER; power += POWER_STEP) {
            double tried = power;
            double loss =
                    mean(
                            calls,
                            call ->
                                    -Math.log(
                                            sharpened(call.thesis(), tried)
                                                    .probability(call.realized())));
            if (loss < least) {
                least = loss;
                best = power;
            }
        }
        return best;
    }

    /** Returns the thesis with each probability to a power, and all of them to sum 1 again. */
    static Thesis sharpened(Thesis thesis, double power) {
        double up = Math.pow(thesis.up(), power);
        double down = Math.pow(thesis.down(), power);
        double flat = Math.pow(thesis.flat(), power);
        double sum = up + down + flat;
        return new Thesis(thesis.horizon(), up / sum, down / sum, flat / sum);
    }

    /** What the mean confidence of right calls gains if those in breaks were certain of theirs. */
    private double gainIfCertain(int seed) {
        double power = powers(seed, false)[OUTSIDE];
        double gained = 0;
        int right = 0;
        for (Call call : seeds.get(seed)) {
            Thesis said = sharpened(call.thesis(), power);
            if (said.likeliest() == call.realized()) {
                right++;
                gained += call.phase() == OUTSIDE ? 0 : 1 - said.probability(said.likeliest());
            }
        }
        return gained / right;
    }

    private static double mean(List<Call> calls, ToDoubleFunction<Call> figure) {
        return calls.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }
}

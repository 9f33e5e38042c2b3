package io.huihui.benchmarks.evaluate.flow;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.Trade;
import io.huihui.models.expert.flow.FlowModels;
import io.huihui.models.expert.flow.Institutional;
import io.huihui.models.feature.Feature;

import java.util.ArrayList;
import java.util.List;

/**
 * What the off-exchange tape adds to the probability that an institution trades: in planted
 * accumulations, which only this tape shows, and outside of them. Baseline is the same expert
 * without the tape.
 */
public final class OffExchangeSuite implements Suite {

    private static final double GOAL_IN_EPISODES = 0.10;
    private static final double GOAL_OUTSIDE = 0.02;
    private static final double GOAL_ECE = 0.05;

    /** Probabilities are compared once in this many seconds. */
    private static final int STEP = 5;

    /** Second of the session from which the halted tape is silent. */
    private static final int HALT = 9_000;

    /** No second may move the probability by more than this while the tape is halted. */
    private static final double LARGEST_STEP = 0.01;

    /** Read when a run begins, so that listing the suites reads nothing. */
    private FlowModels models;

    @Override
    public String name() {
        return "off-exchange";
    }

    @Override
    public String question() {
        return "What does the off-exchange tape add to the probability of an institution?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        models = FlowModels.shipped();
        List<Double> inEpisodes = new ArrayList<>();
        List<Double> outside = new ArrayList<>();
        List<Double> auc = new ArrayList<>();
        List<Double> aucWithout = new ArrayList<>();
        List<Double> sides = new ArrayList<>();
        Ranking all = new Ranking();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            Day day = new Day(FlowDays.of(seed), all);
            inEpisodes.add(day.with.mean(true) - day.without.mean(true));
            outside.add(day.with.mean(false) - day.without.mean(false));
            auc.add(day.with.auc());
            aucWithout.add(day.without.auc());
            sides.add(day.rightSide / (double) day.hiddenSeconds);
            progress.say("seed " + seed + ": gain " + inEpisodes.get(inEpisodes.size() - 1));
        }
        double step = largestStepAfterHalt(seeds.first());
        Metric gain = Estimates.metric("gain_in_episodes", inEpisodes, 0.0, "probability");
        Metric gainOutside = Estimates.metric("gain_outside", outside, 0.0, "probability");
        double ece = all.calibrationError();
        return new Bench.Result(
                List.of(
                        gain,
                        gainOutside,
                        Metric.of("ece", ece, "share"),
                        Estimates.metric("auc", auc, Estimates.mean(aucWithout), "0..1"),
                        Estimates.metric("side_accuracy", sides, 0.5, "share")),
                List.of(Metric.of("largest_step_after_halt", step, "probability")),
                gain.low() >= GOAL_IN_EPISODES
                        && gainOutside.high() <= GOAL_OUTSIDE
                        && ece <= GOAL_ECE
                        && Estimates.mean(auc) > Estimates.mean(aucWithout)
                        && step <= LARGEST_STEP);
    }

    /** One session, scored. */
    private final class Day {
        final Ranking with = new Ranking();
        final Ranking without = new Ranking();
        int rightSide;
        int hiddenSeconds;

        Day(FlowDay day, Ranking all) {
            FlowTruth truth = new FlowTruth(day);
            FlowReader reader = new FlowReader(day);
            for (int second = 0; second < day.seconds(); second++) {
                reader.take(second);
                double buyer = day.value(second, Feature.HIDDEN_BUYER_PROBABILITY);
                double seller = day.value(second, Feature.HIDDEN_SELLER_PROBABILITY);
                if (second % STEP != 0 || Double.isNaN(buyer)) {
                    continue;
                }
                double informed =
                        Institutional.of(models.informed().probabilities(reader.inputs()));
                double both = Institutional.of(informed, buyer, seller);
                boolean hidden = truth.hidden[second] != 0;
                with.add(both, hidden);
                without.add(informed, hidden);
                all.add(both, hidden || truth.informed[second] != 0);
                if (hidden) {
                    hiddenSeconds++;
                    rightSide += (buyer - seller) * truth.hidden[second] > 0 ? 1 : 0;
                }
            }
        }
    }

    /** Returns the largest change of the hidden probabilities from one second to the next. */
    private static double largestStepAfterHalt(long seed) {
        FlowDay whole = FlowDays.of(seed);
        long halt = whole.endMillis(HALT);
        FlowDay halted = FlowDay.simulate(seed, event -> isSilenced(event, halt) ? null : event);
        double largest = 0;
        for (int second = HALT + 1; second < halted.seconds(); second++) {
            for (Feature side :
                    new Feature[] {
                        Feature.HIDDEN_BUYER_PROBABILITY, Feature.HIDDEN_SELLER_PROBABILITY
                    }) {
                double change = halted.value(second, side) - halted.value(second - 1, side);
                largest = Math.max(largest, Math.abs(change));
            }
        }
        return largest;
    }

    private static boolean isSilenced(MarketEvent event, long halt) {
        return event instanceof Trade trade
                && trade.offExchange()
                && trade.eventTimeMillis() >= halt;
    }
}

package io.huihui.benchmarks.evaluate.flow;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.SoftmaxFit;
import io.huihui.benchmarks.evaluate.Trainer;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.expert.flow.FlowInput;
import io.huihui.models.expert.flow.FlowModels;
import io.huihui.models.feature.Feature;
import io.huihui.models.learner.MirrorSoftmax;
import io.huihui.models.outcome.OutcomeScorer;

import java.util.Arrays;
import java.util.List;

import static io.huihui.models.expert.flow.FlowInput.*;

/**
 * Fits who knows something and what the price does next, from the planted episodes and from the
 * simulated prices of training seeds.
 */
public final class FlowTrainer implements Trainer {

    /** Seconds between two examples: nearer ones say nearly the same. */
    private static final int STEP = 20;

    /**
     * Weight of squared weights per example: keeps inputs that say the same from cancelling.
     * Episodes are plain enough for next to none.
     */
    private static final double RIDGE = 1e-7;

    /** Prices are far noisier than episodes: outcomes of neighbours overlap. */
    private static final double THESIS_RIDGE = 1e-4;

    private static final double SECONDS_PER_YEAR = 252.0 * 390 * 60;

    /** Options, prints and book: all that may show that somebody knows something. */
    private static final FlowInput[] INFORMED = {
        SMALL_TRADES_1M,
        SMALL_TRADES_3M,
        SMALL_TRADES_10M,
        LARGE_TRADES_1M,
        LARGE_TRADES_3M,
        LARGE_TRADES_10M,
        SHARE_TRADES_1M,
        SHARE_TRADES_3M,
        SHARE_TRADES_10M,
        ORDER_FLOW_1M,
        ORDER_FLOW_3M,
        DEPTH_30S,
        DEPTH_3M,
        DEPTH_10M,
        DWFD_5M,
        VAPI_FA_5M,
        TW_LAF_5M,
        OPTION_ACTIVITY_1M,
        ELAPSED
    };

    /** Book, prints and trade sizes, without DWFD itself: what cleans it has to stand apart. */
    private static final FlowInput[] BOOK = {
        SMALL_TRADES_1M,
        SMALL_TRADES_3M,
        SMALL_TRADES_10M,
        LARGE_TRADES_1M,
        LARGE_TRADES_3M,
        LARGE_TRADES_10M,
        SHARE_TRADES_1M,
        SHARE_TRADES_3M,
        SHARE_TRADES_10M,
        ORDER_FLOW_1M,
        ORDER_FLOW_3M,
        DEPTH_30S,
        DEPTH_3M,
        DEPTH_10M
    };

    /** Flow, hidden traders, what the price did, and what the width of its move depends on. */
    private static final FlowInput[] THESIS = {
        SMALL_TRADES_3M,
        SMALL_TRADES_10M,
        LARGE_TRADES_3M,
        LARGE_TRADES_10M,
        SHARE_TRADES_3M,
        SHARE_TRADES_10M,
        DEPTH_3M,
        SIGNED_SHARES_2M,
        RETURN_1M,
        RETURN_5M,
        RETURN_15M,
        RETURN_60M,
        GAMMA_RETURN_1M,
        HIDDEN_SIDE,
        HIDDEN_MEAN,
        HIDDEN_GONE,
        VOLATILITY_5M,
        VOLATILITY_30M,
        IMPLIED_VOLATILITY,
        ACTIVITY_1M,
        OPTION_ACTIVITY_1M,
        ELAPSED,
        ELAPSED_SQUARED,
        GAMMA,
        HIDDEN,
        TOXICITY
    };

    @Override
    public String name() {
        return "flow";
    }

    @Override
    public String purpose() {
        return "weights of the flow expert: who knows something, and the theses of 5, 15 and 60"
                + " minutes";
    }

    @Override
    public String train(SeedRange seeds, Bench.Progress progress) {
        SoftmaxFit informed = new SoftmaxFit(RIDGE, INFORMED);
        SoftmaxFit book = new SoftmaxFit(RIDGE, BOOK);
        SoftmaxFit[] theses = new SoftmaxFit[Horizon.values().length];
        Arrays.setAll(theses, horizon -> new SoftmaxFit(THESIS_RIDGE, THESIS));
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            collect(FlowDays.of(seed), informed, book, theses);
            progress.say("seed " + seed + ": " + informed.examples() + " examples so far");
        }
        MirrorSoftmax[] fitted = new MirrorSoftmax[theses.length];
        Arrays.setAll(fitted, horizon -> theses[horizon].fit());
        return new FlowModels(informed.fit(), book.fit(), fitted)
                .write(
                        List.of(
                                "./huihui train flow --seeds " + seeds,
                                informed.examples()
                                        + " examples, one in "
                                        + STEP
                                        + " s, ridge "
                                        + RIDGE
                                        + ", of the theses "
                                        + THESIS_RIDGE));
    }

    private static void collect(
            FlowDay day, SoftmaxFit informed, SoftmaxFit book, SoftmaxFit[] theses) {
        FlowTruth truth = new FlowTruth(day);
        FlowReader reader = new FlowReader(day);
        for (int second = 0; second < day.seconds(); second++) {
            reader.take(second);
            if ((second + 1) % STEP != 0) {
                continue;
            }
            double[] inputs = reader.inputs();
            int known = truth.informed[second];
            int label =
                    known > 0
                            ? MirrorSoftmax.UP
                            : known < 0 ? MirrorSoftmax.DOWN : MirrorSoftmax.NEITHER;
            informed.add(inputs, label);
            book.add(inputs, label);
            for (Horizon horizon : Horizon.values()) {
                Direction went = direction(day, second, horizon);
                if (went != null) {
                    theses[horizon.ordinal()].add(inputs, label(went));
                }
            }
        }
    }

    private static int label(Direction direction) {
        return switch (direction) {
            case UP -> MirrorSoftmax.UP;
            case DOWN -> MirrorSoftmax.DOWN;
            case FLAT -> MirrorSoftmax.NEITHER;
        };
    }

    /** Returns what the mid did, as outcomes are judged; null where that is not known. */
    static Direction direction(FlowDay day, int second, Horizon horizon) {
        int then = second + 60 * horizon.minutes();
        double annual = day.value(second, Feature.REALIZED_VOL_60M);
        if (Double.isNaN(annual)) {
            annual = day.value(second, Feature.REALIZED_VOL_30M);
        }
        if (then >= day.seconds() || !(annual > 0)) {
            return null;
        }
        double sigma = annual * Math.sqrt(60.0 * horizon.minutes() / SECONDS_PER_YEAR);
        double change = Math.log(day.value(then, Feature.MID) / day.value(second, Feature.MID));
        return OutcomeScorer.direction(change, sigma);
    }
}

package io.huihui.benchmarks.quant;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.models.quant.ChainAnalytics;
import io.huihui.models.quant.ChainArrays;
import io.huihui.models.quant.DealerPrior;

import java.util.List;
import java.util.Locale;

/**
 * {@code bench chain}: forwards, volatilities, greeks, dealer exposures and gamma flip of a
 * recorded SPX chain on one core, beside the same work with OpenGamma Strata's formulas one
 * contract at a time.
 */
public final class ChainBench implements Bench {

    static final String SESSION = "20190425";
    static final double ASSUMED_RATE = 0.024;
    static final double ASSUMED_YIELD = 0.019;

    private static final double GOAL_MILLIS = 3.0;
    private static final double GOAL_RATIO = 8.0;
    private static final int TURNS = 15;
    private static final int WARM_UP_TURNS = 6;

    /** Ours runs this often per run of the reference, so that both are timed over like spans. */
    private static final int REPEATS = 25;

    @Override
    public String name() {
        return "chain";
    }

    @Override
    public String question() {
        return "How long does a whole option chain of 14,000 contracts take, and how much longer by a"
                + " plain loop over a pricing library?";
    }

    @Override
    public Result run(Progress progress) {
        SpxChain recorded = SpxChain.read(SESSION);
        ChainArrays chain = recorded.chain();
        ChainAnalytics ours = new ChainAnalytics(ASSUMED_RATE, ASSUMED_YIELD, DealerPrior.INDEX);
        Runnable analyse = () -> ours.analyse(chain, recorded.spot(), recorded.eventTimeMillis());
        analyse.run();
        progress.say(
                String.format(
                        Locale.ROOT,
                        "SPX %s: %d contracts, %d expiries, %d without volatility, flip %.1f",
                        SESSION,
                        chain.contractCount(),
                        chain.expiryCount(),
                        ours.contractsWithoutVolatility(),
                        ours.gammaProfile().flip()));
        Stopwatch.Times plain = measure(progress, analyse, recorded, false);
        Stopwatch.Times sharing = measure(progress, analyse, recorded, true);
        double millis = 1e3 * plain.oursMedian();
        double ratio = plain.referenceMedian() / plain.oursMedian();
        double sharingRatio = sharing.referenceMedian() / sharing.oursMedian();
        return new Result(
                List.of(
                        new Metric(
                                "millis_per_chain",
                                millis,
                                1e3 * plain.ours()[0],
                                1e3 * plain.ours()[TURNS - 1],
                                1e3 * plain.referenceMedian(),
                                "ms"),
                        Metric.of("ratio_to_scalar", ratio, "x")),
                List.of(
                        Metric.of("ratio_to_scalar_sharing_sides", sharingRatio, "x"),
                        Metric.of("contracts", chain.contractCount(), "count")),
                millis <= GOAL_MILLIS && ratio >= GOAL_RATIO);
    }

    private static Stopwatch.Times measure(
            Progress progress, Runnable ours, SpxChain recorded, boolean sharesSides) {
        StrataChain reference = new StrataChain(sharesSides);
        Stopwatch.Times times =
                Stopwatch.interleaved(
                        ours,
                        REPEATS,
                        () -> reference.analyse(recorded.chain(), recorded.spot()),
                        TURNS,
                        WARM_UP_TURNS);
        progress.say(
                String.format(
                        Locale.ROOT,
                        "ours %.3f ms, Strata %s %.1f ms (medians of %d turns)",
                        1e3 * times.oursMedian(),
                        sharesSides ? "with one volatility per strike" : "contract by contract",
                        1e3 * times.referenceMedian(),
                        TURNS));
        return times;
    }
}

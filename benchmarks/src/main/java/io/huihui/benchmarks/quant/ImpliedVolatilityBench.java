package io.huihui.benchmarks.quant;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.models.quant.ChainAnalytics;
import io.huihui.models.quant.ChainArrays;
import io.huihui.models.quant.ChainColumn;
import io.huihui.models.quant.DealerPrior;
import io.huihui.models.quant.ImpliedVolatility;

import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * {@code bench iv}: implied volatilities per second of the mids of a recorded SPX chain, each
 * solved from nothing, beside OpenGamma Strata's solver on the same options.
 */
public final class ImpliedVolatilityBench implements Bench {

    private static final double GOAL_RATIO = 8.0;
    private static final int TURNS = 15;
    private static final int WARM_UP_TURNS = 20;
    private static final int REPEATS = 5;

    private int count;
    private double[] price;
    private double[] forward;
    private double[] strike;
    private double[] years;
    private double[] discount;
    private boolean[] call;
    private double[] ours;
    private double[] theirs;
    private byte[] status;

    @Override
    public String name() {
        return "iv";
    }

    @Override
    public String question() {
        return "How many implied volatilities a second on one core, and how many by a pricing library?";
    }

    @Override
    public Result run(Progress progress) {
        collect(SpxChain.read(ChainBench.SESSION));
        Stopwatch.Times times =
                Stopwatch.interleaved(
                        this::solveOurs, REPEATS, this::solveTheirs, TURNS, WARM_UP_TURNS);
        double perSecond = count / times.oursMedian();
        double ratio = times.referenceMedian() / times.oursMedian();
        double apart = 0;
        for (int i = 0; i < count; i++) {
            apart = Math.max(apart, Math.abs(ours[i] - theirs[i]));
        }
        progress.say(
                String.format(
                        Locale.ROOT,
                        "%d options: ours %.0f ns, Strata %.0f ns each; greatest difference %.1e",
                        count,
                        1e9 * times.oursMedian() / count,
                        1e9 * times.referenceMedian() / count,
                        apart));
        return new Result(
                List.of(
                        new Metric(
                                "per_second",
                                perSecond,
                                count / times.ours()[TURNS - 1],
                                count / times.ours()[0],
                                count / times.referenceMedian(),
                                "1/s"),
                        Metric.of("ratio_to_scalar", ratio, "x")),
                List.of(Metric.of("greatest_difference", apart, "vol")),
                ratio >= GOAL_RATIO);
    }

    /** Keeps the contracts for which both have an answer, so that neither gains by giving up. */
    private void collect(SpxChain recorded) {
        ChainArrays chain = recorded.chain();
        new ChainAnalytics(ChainBench.ASSUMED_RATE, ChainBench.ASSUMED_YIELD, DealerPrior.INDEX)
                .analyse(chain, recorded.spot(), recorded.eventTimeMillis());
        int most = chain.contractCount();
        price = new double[most];
        forward = new double[most];
        strike = new double[most];
        years = new double[most];
        discount = new double[most];
        call = new boolean[most];
        ours = new double[most];
        theirs = new double[most];
        status = new byte[most];
        for (int i : inOrder(chain)) {
            int expiry = chain.expiryNumbers()[i];
            if (!(chain.column(ChainColumn.BID)[i] > 0)) {
                continue;
            }
            price[count] =
                    0.5 * (chain.column(ChainColumn.BID)[i] + chain.column(ChainColumn.ASK)[i]);
            forward[count] = chain.forwards()[expiry];
            strike[count] = chain.strikes()[i];
            years[count] = chain.yearsToExpiry()[expiry];
            discount[count] = chain.discountFactors()[expiry];
            call[count] = chain.calls()[i];
            boolean solved =
                    ImpliedVolatility.of(
                                            price[count],
                                            forward[count],
                                            strike[count],
                                            years[count],
                                            discount[count],
                                            call[count])
                                    .status()
                            == ImpliedVolatility.Status.OK;
            if (solved && strataSolves(count)) {
                count++;
            }
        }
    }

    /** By expiry, calls before puts, by strike: how a chain is read off a screen. */
    private static int[] inOrder(ChainArrays chain) {
        Comparator<Integer> order =
                Comparator.<Integer>comparingInt(i -> chain.expiryNumbers()[i])
                        .thenComparing(i -> !chain.calls()[i])
                        .thenComparingDouble(i -> chain.strikes()[i]);
        return IntStream.range(0, chain.contractCount())
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean strataSolves(int i) {
        try {
            return strata(i) > 0;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }

    private double strata(int i) {
        return BlackFormulaRepository.impliedVolatility(
                price[i] / discount[i], forward[i], strike[i], years[i], call[i]);
    }

    private void solveOurs() {
        ImpliedVolatility.ofAll(count, price, forward, strike, years, discount, call, ours, status);
    }

    private void solveTheirs() {
        for (int i = 0; i < count; i++) {
            theirs[i] = strata(i);
        }
    }
}

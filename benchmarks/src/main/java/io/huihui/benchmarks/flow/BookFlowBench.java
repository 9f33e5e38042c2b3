package io.huihui.benchmarks.flow;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.quant.Stopwatch;

import java.util.List;
import java.util.Locale;

/**
 * Messages of a real order book per second of one core, through book, order-flow imbalance,
 * microprice, decayed depth imbalance and VPIN; and what the rules of signing are worth on it.
 */
public final class BookFlowBench implements Bench {

    private static final double GOAL_PER_SECOND = 1e6;
    private static final int TURNS = 9;
    private static final int WARM_UP_TURNS = 3;
    private static final int REPEATS = 3;

    /** Both books must give the same figures. */
    private static final double SAME = 1e-6;

    /** What the last runs returned, so that they are not optimised away. */
    private double ours;

    private double plain;

    @Override
    public String name() {
        return "book-flow";
    }

    @Override
    public String question() {
        return "How many order-book messages a second on one core, beside a book of sorted maps?";
    }

    @Override
    public Result run(Progress progress) {
        LobsterMessages messages = LobsterMessages.load();
        Stopwatch.Times times =
                Stopwatch.interleaved(
                        () -> ours = new BookFlow(messages).run(),
                        REPEATS,
                        () -> plain = new PlainBookFlow(messages).run(),
                        TURNS,
                        WARM_UP_TURNS);
        double perSecond = messages.count / times.oursMedian();
        SigningAccuracy signing = new SigningAccuracy(messages);
        double apart = Math.abs(ours - plain) / Math.abs(plain);
        progress.say(
                String.format(
                        Locale.ROOT,
                        "%d messages: ours %.0f ns, sorted maps %.0f ns each; apart %.1e",
                        messages.count,
                        1e9 * times.oursMedian() / messages.count,
                        1e9 * times.referenceMedian() / messages.count,
                        apart));
        return new Result(
                List.of(
                        new Metric(
                                "messages_per_second",
                                perSecond,
                                messages.count / times.ours()[TURNS - 1],
                                messages.count / times.ours()[0],
                                messages.count / times.referenceMedian(),
                                "1/s"),
                        Metric.of(
                                "ratio_to_sorted_maps",
                                times.referenceMedian() / times.oursMedian(),
                                "x")),
                List.of(
                        Metric.of("relative_difference", apart, "share"),
                        Metric.of("quote_rule_accuracy", signing.quoteRule(), "share"),
                        Metric.of("lee_ready_accuracy", signing.leeReady(), "share"),
                        Metric.of("lee_ready_hidden_accuracy", signing.leeReadyHidden(), "share"),
                        Metric.of("bulk_volume_accuracy", signing.bulkVolume(), "share"),
                        Metric.of("buy_probability_brier", signing.brier(), "0..1")),
                perSecond >= GOAL_PER_SECOND && apart < SAME);
    }
}

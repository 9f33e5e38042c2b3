package io.huihui.benchmarks.provider;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.Quantile;
import io.huihui.connectors.batch.Pause;
import io.huihui.connectors.provider.GuardedProvider;
import io.huihui.connectors.provider.ProviderFailover;
import io.huihui.connectors.provider.ProviderUnavailableException;
import io.huihui.connectors.provider.TradierProvider;
import io.huihui.models.OutsideResults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/**
 * {@code bench cache}: an hour of a desk against a provider that counts its calls, in virtual time,
 * with the cache and with a client that keeps nothing; then how fast a warm answer is, by the
 * clock, what a hundred who miss at once cost, and how fast somebody else answers for a provider
 * that hangs.
 */
public final class CacheBench implements Bench {

    private static final double GOAL_REDUCTION = 0.9;
    private static final double GOAL_WARM_MICROS = 1_000;
    private static final double GOAL_CHANGE_MILLIS = 2_000;

    private static final int WARM_UP = 100_000;
    private static final int WARM = 200_000;
    private static final int COLD = 20;
    private static final int TOGETHER = 100;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long NANOS_PER_WHOLE_MILLI = 1_000_000;

    /** What the gateway allows its primary by default. */
    private static final Duration PRIMARY_DEADLINE = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "cache";
    }

    @Override
    public String question() {
        return "How many calls of providers do shared answers save, and how fast is one that is there?";
    }

    @Override
    public Result run(Progress progress) {
        try (StubTradier stub = new StubTradier(VirtualHour.EXPIRIES);
                StubTradier other = new StubTradier(VirtualHour.EXPIRIES)) {
            VirtualHour hour = new VirtualHour(stub);
            long plain = hour.callsOfPlainClient();
            progress.say(String.format(Locale.ROOT, "nobody keeps anything: %d calls", plain));
            VirtualHour.Count own = hour.own();
            progress.say("everybody keeps his own: " + own);
            VirtualHour.Count shared = hour.shared();
            progress.say("all share: " + shared);
            VirtualHour.Count outage = hour.withOutage();
            progress.say("all share, dead for five minutes: " + outage);
            double[] warm = warmMicros(stub);
            double[] cold = coldMillis(stub);
            long chainCalls = together(stub);
            double change = changeMillis(stub, other);
            return result(plain, own, shared, outage, warm, cold, chainCalls, change);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ProviderUnavailableException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Result result(
            long plain,
            VirtualHour.Count own,
            VirtualHour.Count shared,
            VirtualHour.Count outage,
            double[] warm,
            double[] cold,
            long chainCalls,
            double change) {
        double reduction = 1 - (double) shared.calls() / plain;
        double bySharing = (double) (own.calls() - shared.calls()) / (plain - shared.calls());
        double warmMicros = Quantile.of(warm, 0.99);
        double callsForAll = (double) chainCalls / VirtualHour.EXPIRIES.size();
        int unflagged = own.unflagged() + shared.unflagged() + outage.unflagged();
        return new Result(
                List.of(
                        new Metric("call_reduction", reduction, null, null, 0.0, "share"),
                        Metric.of("reduction_by_sharing", bySharing, "share of it"),
                        new Metric(
                                "calls_per_hour",
                                shared.calls(),
                                null,
                                null,
                                (double) plain,
                                "calls"),
                        Metric.of("warm_p99_micros", warmMicros, "us"),
                        Metric.of("warm_p50_micros", Quantile.of(warm, 0.5), "us"),
                        Metric.of("cold_p95_millis", Quantile.of(cold, 0.95), "ms"),
                        Metric.of("change_millis", change, "ms")),
                List.of(
                        Metric.of("chains_got_for_100_misses", callsForAll, "chains"),
                        Metric.of("unflagged_older_than_30_s", unflagged, "answers"),
                        Metric.of("unanswered", shared.unanswered(), "asks"),
                        Metric.of("unanswered_in_outage", outage.unanswered(), "asks")),
                reduction >= GOAL_REDUCTION
                        && warmMicros <= GOAL_WARM_MICROS
                        && callsForAll == 1
                        && unflagged == 0
                        && shared.unanswered() == 0
                        && change < GOAL_CHANGE_MILLIS);
    }

    /** Sorted times of an answer that is there. */
    @OutsideResults("measures how long an answer takes")
    private static double[] warmMicros(StubTradier stub) throws ProviderUnavailableException {
        stub.is(StubTradier.Manner.AT_ONCE);
        // The hour's beginning for ever: the answer stays fresh however long this takes.
        ProviderFailover provider =
                new ProviderFailover(
                        List.of(guarded(stub, VirtualHour.DEADLINE, () -> VirtualHour.BEGIN)));
        double[] micros = new double[WARM];
        for (int i = -WARM_UP; i < WARM; i++) {
            long begin = System.nanoTime();
            provider.chain(VirtualHour.request("SPY"));
            long took = System.nanoTime() - begin;
            if (i >= 0) {
                micros[i] = took / NANOS_PER_MICRO;
            }
        }
        Arrays.sort(micros);
        return micros;
    }

    /** Sorted times of an answer that has to be got, 150 ms a call. */
    @OutsideResults("measures how long an answer takes")
    private static double[] coldMillis(StubTradier stub) throws ProviderUnavailableException {
        stub.is(StubTradier.Manner.USUAL);
        double[] millis = new double[COLD];
        for (int i = 0; i < COLD; i++) {
            GuardedProvider provider = guarded(stub, VirtualHour.DEADLINE);
            long begin = System.nanoTime();
            provider.chain(VirtualHour.request("SPY"));
            millis[i] = (System.nanoTime() - begin) / NANOS_PER_MILLI;
        }
        Arrays.sort(millis);
        return millis;
    }

    /** Returns how many calls for contracts the provider sees when a hundred ask at once. */
    private static long together(StubTradier stub) throws InterruptedException {
        stub.is(StubTradier.Manner.USUAL);
        GuardedProvider provider = guarded(stub, VirtualHour.DEADLINE);
        ExecutorService threads = Executors.newFixedThreadPool(TOGETHER);
        CountDownLatch ready = new CountDownLatch(TOGETHER);
        long before = stub.chainCalls();
        List<Future<?>> asks = new ArrayList<>();
        for (int i = 0; i < TOGETHER; i++) {
            asks.add(
                    threads.submit(
                            () -> {
                                ready.countDown();
                                ready.await();
                                return provider.chain(VirtualHour.request("SPY"));
                            }));
        }
        try {
            for (Future<?> ask : asks) {
                ask.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdown();
        }
        return stub.chainCalls() - before;
    }

    /** Returns how long a chain takes when the first provider hangs and a usual one stands by. */
    @OutsideResults("measures how long a change takes")
    private static double changeMillis(StubTradier first, StubTradier second)
            throws ProviderUnavailableException {
        first.is(StubTradier.Manner.HANGING);
        second.is(StubTradier.Manner.USUAL);
        ProviderFailover both =
                new ProviderFailover(
                        List.of(
                                guarded(first, PRIMARY_DEADLINE),
                                guarded(second, VirtualHour.DEADLINE)));
        long begin = System.nanoTime();
        both.chain(VirtualHour.request("SPY"));
        return (System.nanoTime() - begin) / NANOS_PER_MILLI;
    }

    /** A provider in a time that begins with the virtual hour and goes on by the clock. */
    @OutsideResults("measures how long answers take")
    private static GuardedProvider guarded(StubTradier stub, Duration deadline) {
        long begin = System.nanoTime();
        return guarded(
                stub,
                deadline,
                () -> VirtualHour.BEGIN + (System.nanoTime() - begin) / NANOS_PER_WHOLE_MILLI);
    }

    private static GuardedProvider guarded(
            StubTradier stub, Duration deadline, LongSupplier millis) {
        return new GuardedProvider(
                new TradierProvider(
                        stub.address(),
                        "stub",
                        Asking.SYMBOLS,
                        TradierProvider.CALLS_PER_MINUTE,
                        deadline,
                        millis,
                        Pause.sleeping()),
                VirtualHour.RULE,
                millis);
    }
}

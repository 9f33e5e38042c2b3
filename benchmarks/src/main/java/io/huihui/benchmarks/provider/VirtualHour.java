package io.huihui.benchmarks.provider;

import io.huihui.connectors.batch.Pause;
import io.huihui.connectors.provider.ChainAnswer;
import io.huihui.connectors.provider.ChainRequest;
import io.huihui.connectors.provider.GuardedProvider;
import io.huihui.connectors.provider.ProviderChain;
import io.huihui.connectors.provider.ProviderFailover;
import io.huihui.connectors.provider.ProviderUnavailableException;
import io.huihui.connectors.provider.TradierProvider;
import io.huihui.models.breaker.BreakerRule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The hour of {@link Asking} in a time of its own, against a provider that counts its calls. */
final class VirtualHour {

    static final long BEGIN = Instant.parse("2026-01-16T15:00:00Z").toEpochMilli();

    /** Three days of trading; of a Friday, so that all are within five days. */
    static final List<LocalDate> EXPIRIES =
            List.of(
                    LocalDate.of(2026, 1, 16),
                    LocalDate.of(2026, 1, 20),
                    LocalDate.of(2026, 1, 21));

    static final int MOST_DAYS = 5;
    static final double RANGE = 0.05;
    static final BreakerRule RULE = new BreakerRule(2, 20, 0.5, 5_000, 10_000);

    /** For a stub that answers at once; nothing depends on it. */
    static final Duration DEADLINE = Duration.ofSeconds(30);

    /** Nobody is refused a call where calls are to be counted. */
    private static final int BOUNDLESS = 100_000;

    private static final long DIES = Duration.ofMinutes(30).toMillis();
    private static final long RETURNS = Duration.ofMinutes(35).toMillis();

    /** Asks of which the plain client's calls are counted. */
    private static final int COUNTED = 100;

    private static final long LONGEST_STALE = 120_000;
    private static final long FRESH = 30_000;

    /** A time that only moves forward: by what is asked when, and by waiting for the rate. */
    private static final class Clock implements LongSupplier, Pause {
        private final AtomicLong now = new AtomicLong(BEGIN);

        @Override
        public long getAsLong() {
            return now.get();
        }

        void reach(long millis) {
            now.accumulateAndGet(millis, Math::max);
        }

        @Override
        public void of(Duration time) {
            now.addAndGet(time.toMillis());
        }
    }

    /** Who shares answers. */
    enum Sharing {
        /** Everybody keeps his own. */
        OWN,
        /** All share what one got. */
        ALL
    }

    /**
     * @param calls that the provider saw
     * @param asks that were made
     * @param unanswered asks that got nothing
     * @param unflagged answers older than 30 s that did not say so, or older than two minutes
     */
    record Count(long calls, int asks, int unanswered, int unflagged) {}

    private final StubTradier stub;
    private final List<Asking.Ask> asks = Asking.hour();

    VirtualHour(StubTradier stub) {
        this.stub = stub;
    }

    /**
     * Returns the calls of an hour in which nobody keeps anything: each ask costs the same, so the
     * first are made and counted.
     */
    long callsOfPlainClient() {
        PlainTradier plain = new PlainTradier(stub.address(), EXPIRIES);
        long before = stub.calls();
        asks.subList(0, COUNTED).forEach(ask -> plain.chain(ask.symbol()));
        return (stub.calls() - before) * asks.size() / COUNTED;
    }

    /** Returns what an hour takes when the provider is well and everybody keeps his own answers. */
    Count own() {
        return run(Sharing.OWN, BOUNDLESS, false);
    }

    /** Returns what it takes when all share, within the calls that the provider allows. */
    Count shared() {
        return run(Sharing.ALL, TradierProvider.CALLS_PER_MINUTE, false);
    }

    /** Returns the same when the provider is dead for five minutes of the hour. */
    Count withOutage() {
        return run(Sharing.ALL, TradierProvider.CALLS_PER_MINUTE, true);
    }

    private Count run(Sharing sharing, int callsPerMinute, boolean outage) {
        Clock clock = new Clock();
        List<ProviderFailover> own = new ArrayList<>();
        for (int who = 0; who <= Asking.SCREENS; who++) {
            own.add(provider(clock, callsPerMinute));
        }
        long before = stub.calls();
        int unanswered = 0;
        int unflagged = 0;
        for (Asking.Ask ask : asks) {
            clock.reach(BEGIN + ask.millis());
            stub.is(
                    outage && ask.millis() >= DIES && ask.millis() < RETURNS
                            ? StubTradier.Manner.DEAD
                            : StubTradier.Manner.AT_ONCE);
            int who = sharing == Sharing.OWN ? ask.who() : Asking.COLLECTOR;
            try {
                ChainAnswer answer = own.get(who).chain(request(ask.symbol()));
                ProviderChain chain = answer.chain();
                long age = clock.getAsLong() - chain.cameMillis();
                unflagged += age > FRESH != answer.stale() || age > LONGEST_STALE ? 1 : 0;
            } catch (ProviderUnavailableException none) {
                unanswered++;
            }
        }
        return new Count(stub.calls() - before, asks.size(), unanswered, unflagged);
    }

    private ProviderFailover provider(Clock clock, int callsPerMinute) {
        return new ProviderFailover(
                List.of(
                        new GuardedProvider(
                                new TradierProvider(
                                        stub.address(),
                                        "stub",
                                        Asking.SYMBOLS,
                                        callsPerMinute,
                                        DEADLINE,
                                        clock,
                                        clock),
                                RULE,
                                clock)));
    }

    static ChainRequest request(String symbol) {
        return new ChainRequest(symbol, MOST_DAYS, RANGE);
    }
}

package io.huihui.connectors.provider;

import io.huihui.models.breaker.Breaker;
import io.huihui.models.breaker.BreakerRule;

import java.util.Optional;
import java.util.function.LongSupplier;

/** A provider behind its breaker and a cache of its answers. Safe for many threads. */
public final class GuardedProvider {

    private static final String CHAIN = "chain";

    private final ChainProvider provider;
    private final Breaker breaker;
    private final PayloadCache<PayloadKey, RawChain> answers;
    private final PayloadCache<PayloadKey, ProviderChain> chains;

    /**
     * Begins with nothing cached.
     *
     * @param millis the time, which only moves forward
     */
    public GuardedProvider(ChainProvider provider, BreakerRule rule, LongSupplier millis) {
        this.provider = provider;
        this.breaker = new Breaker(provider.name(), rule, millis);
        this.answers = new PayloadCache<>(CacheTier.RAW, millis);
        this.chains = new PayloadCache<>(CacheTier.PROCESSED, millis);
    }

    public String name() {
        return provider.name();
    }

    /**
     * Returns the chain, at most 30 s old, from the provider when no cached answer is.
     *
     * @throws ProviderUnavailableException when it did not answer, or is left alone for a while
     */
    public Served<ProviderChain> chain(ChainRequest request) throws ProviderUnavailableException {
        return read(request, answers.get(key(request), () -> call(request)));
    }

    /**
     * Returns the last chain, up to two minutes old and flagged, while the provider is left alone.
     *
     * @throws ProviderUnavailableException when it cannot be read again
     */
    public Optional<Served<ProviderChain>> standIn(ChainRequest request)
            throws ProviderUnavailableException {
        Optional<Served<RawChain>> last =
                state() == Breaker.State.CLOSED ? Optional.empty() : answers.standIn(key(request));
        return last.isPresent() ? Optional.of(read(request, last.get())) : Optional.empty();
    }

    /** Returns what the breaker does with the next call. */
    public Breaker.State state() {
        synchronized (breaker) {
            return breaker.state();
        }
    }

    private RawChain call(ChainRequest request) throws ProviderUnavailableException {
        synchronized (breaker) {
            if (!breaker.mayCall()) {
                throw new ProviderUnavailableException(
                        "need an answer of "
                                + name()
                                + ", was left alone because it failed before");
            }
        }
        Ended ended = Ended.FAILED;
        try {
            RawChain raw = provider.fetch(request);
            // An answer that cannot be read is a failure too, and must not be kept as one.
            chains.put(key(request), understood(request, raw));
            ended = Ended.ANSWERED;
            return raw;
        } catch (NoCallLeftException alive) {
            ended = Ended.NOT_CALLED;
            throw alive;
        } finally {
            note(ended);
        }
    }

    private enum Ended {
        ANSWERED,
        FAILED,
        NOT_CALLED
    }

    private void note(Ended ended) {
        synchronized (breaker) {
            switch (ended) {
                case ANSWERED -> breaker.succeeded();
                case FAILED -> breaker.failed();
                case NOT_CALLED -> breaker.notCalled();
            }
        }
    }

    /** What was read of this very answer is taken from the cache; else it is read again. */
    private Served<ProviderChain> read(ChainRequest request, Served<RawChain> raw)
            throws ProviderUnavailableException {
        PayloadKey key = key(request);
        long came = raw.value().cameMillis();
        Optional<Served<ProviderChain>> known =
                chains.fresh(key).filter(each -> each.value().cameMillis() == came);
        if (known.isPresent()) {
            return new Served<>(known.get().value(), raw.gotMillis(), raw.stale());
        }
        ProviderChain chain = understood(request, raw.value());
        chains.put(key, chain);
        return new Served<>(chain, raw.gotMillis(), raw.stale());
    }

    /** A shape that nobody thought of is a failure of the provider, not of whoever asks. */
    private ProviderChain understood(ChainRequest request, RawChain raw)
            throws ProviderUnavailableException {
        try {
            return provider.read(request, raw);
        } catch (RuntimeException unthought) {
            throw new ProviderUnavailableException(
                    "need an answer of the known shape from "
                            + name()
                            + ", was another: "
                            + unthought,
                    unthought);
        }
    }

    private PayloadKey key(ChainRequest request) {
        return new PayloadKey(provider.name(), CHAIN, request);
    }
}

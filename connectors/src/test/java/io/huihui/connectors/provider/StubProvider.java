package io.huihui.connectors.provider;

import io.huihui.models.event.UnderlyingSnapshot;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider without a network: answers, fails or talks nonsense as it is told. */
final class StubProvider implements ChainProvider {

    /** How it behaves. */
    enum Mood {
        WELL,
        DEAD,
        NONSENSE,
        UNTHOUGHT,
        BUSY
    }

    private final String name;
    private final TestTime time;
    private final AtomicInteger fetched = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();
    private volatile Mood mood = Mood.WELL;

    StubProvider(String name, TestTime time) {
        this.name = name;
        this.time = time;
    }

    void is(Mood next) {
        mood = next;
    }

    int fetched() {
        return fetched.get();
    }

    int read() {
        return read.get();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public RawChain fetch(ChainRequest request) throws ProviderUnavailableException {
        fetched.incrementAndGet();
        if (mood == Mood.DEAD) {
            throw new ProviderUnavailableException("need an answer of " + name + ", was none");
        }
        if (mood == Mood.BUSY) {
            throw new NoCallLeftException("need a call left at " + name + ", was none");
        }
        return new RawChain(mood.name(), List.of(), time.getAsLong());
    }

    @Override
    public ProviderChain read(ChainRequest request, RawChain raw)
            throws ProviderUnavailableException {
        read.incrementAndGet();
        if (raw.underlying().equals(Mood.UNTHOUGHT.name())) {
            throw new IllegalStateException("a shape that nobody thought of");
        }
        if (raw.underlying().equals(Mood.NONSENSE.name())) {
            throw new ProviderUnavailableException("need sense of " + name + ", was nonsense");
        }
        return new ProviderChain(
                new UnderlyingSnapshot(
                        request.symbol(),
                        raw.cameMillis(),
                        name,
                        ProviderChain.firstSequence(raw.cameMillis()),
                        600,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                List.of(),
                List.of());
    }
}

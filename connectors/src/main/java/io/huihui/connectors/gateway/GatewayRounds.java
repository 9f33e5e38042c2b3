package io.huihui.connectors.gateway;

import io.huihui.connectors.batch.Pause;
import io.huihui.models.calendar.TradingCalendar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Rounds of the gateway: all symbols are asked for at the same time, so that one provider that
 * hangs costs a round its deadline once. One thread may use it.
 */
public final class GatewayRounds implements AutoCloseable {

    /** More calls at the same time than this are in each other's way. */
    private static final int MOST_THREADS = 32;

    private final GatewayConfig config;
    private final LongSupplier millis;
    private final List<SymbolFeed> feeds = new ArrayList<>();
    private final ExecutorService threads;

    /**
     * @param millis the time, which only moves forward
     */
    public GatewayRounds(
            GatewayConfig config, Providers providers, Outlet outlet, LongSupplier millis) {
        this.config = config;
        this.millis = millis;
        for (WatchedSymbol watched : config.symbols()) {
            feeds.add(new SymbolFeed(config.request(watched), providers.of(watched), outlet));
        }
        this.threads =
                Executors.newFixedThreadPool(
                        Math.min(MOST_THREADS, feeds.size()), GatewayRounds::daemon);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "gateway");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Asks for every symbol once; returns what came of it in the order of the configuration.
     *
     * @throws InterruptedException when the caller is to end
     */
    public List<Polled> once() throws InterruptedException {
        List<Future<Polled>> polls = new ArrayList<>();
        for (SymbolFeed feed : feeds) {
            polls.add(threads.submit(feed::poll));
        }
        List<Polled> results = new ArrayList<>();
        for (Future<Polled> poll : polls) {
            results.add(get(poll));
        }
        return results;
    }

    /** What a poll throws is no provider's failure: the topics are away, or there is a defect. */
    private static Polled get(Future<Polled> poll) throws InterruptedException {
        try {
            return poll.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /**
     * Asks round by round, a new one each time the interval has passed, or at once where the last
     * took longer.
     *
     * @param goesOn asked before each round
     * @param listener hears of each symbol in each round
     * @throws InterruptedException when the caller is to end
     */
    public void run(BooleanSupplier goesOn, Consumer<Polled> listener, Pause pause)
            throws InterruptedException {
        while (goesOn.getAsBoolean()) {
            long next = millis.getAsLong() + config.pollMillis();
            if (!config.onlyWhileOpen() || TradingCalendar.newYork().isOpen(millis.getAsLong())) {
                once().forEach(listener);
            }
            long left = next - millis.getAsLong();
            if (left > 0) {
                pause.of(Duration.ofMillis(left));
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

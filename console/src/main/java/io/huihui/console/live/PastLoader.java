package io.huihui.console.live;

import io.huihui.console.compass.CompassPast;
import io.huihui.models.feature.FeatureSnapshot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Asks for the past of one symbol after the other, in a thread of its own. While the store is away
 * it asks again from time to time, once for all that wait.
 */
final class PastLoader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PastLoader.class);

    private final CompassPast past;
    private final Duration patience;
    private final BiConsumer<String, List<FeatureSnapshot>> taker;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    // Of that thread.
    private final Deque<Question> waiting = new ArrayDeque<>();
    private boolean away;

    /** Whose past, before when. */
    private record Question(String symbol, long beforeMillis) {}

    /**
     * @param patience until a store that was away is asked again
     * @param taker takes a symbol and its past, in this loader's thread
     */
    PastLoader(
            CompassPast past, Duration patience, BiConsumer<String, List<FeatureSnapshot>> taker) {
        this.past = past;
        this.patience = patience;
        this.taker = taker;
    }

    /** Has the past of a symbol looked for. */
    void ask(String symbol, long beforeMillis) {
        thread.execute(
                () -> {
                    waiting.add(new Question(symbol, beforeMillis));
                    if (!away) {
                        answer();
                    }
                });
    }

    private void answer() {
        while (!waiting.isEmpty()) {
            Question next = waiting.peek();
            List<FeatureSnapshot> found;
            try {
                found = past.of(next.symbol(), next.beforeMillis());
            } catch (RuntimeException e) {
                LOG.warn("what was before the compass is not known yet: {}", e.getMessage());
                away = true;
                var unused =
                        thread.schedule(this::again, patience.toMillis(), TimeUnit.MILLISECONDS);
                return;
            }
            waiting.remove();
            taker.accept(next.symbol(), found);
        }
    }

    private void again() {
        away = false;
        answer();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

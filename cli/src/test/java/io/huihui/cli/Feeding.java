package io.huihui.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A market on its way into Kafka. Its events go at a pace, but none beyond the share allowed so
 * far: so each version of a job sees some of them, on a fast machine and on a slow one.
 */
final class Feeding {

    /**
     * Seconds of the market in one. What comes 90 s late is too late for the job, which is eleven
     * seconds by the clock at this pace: after a restart one reader may begin that much after the
     * others on a busy machine. The time that a share was awaited is made up for at once, as by a
     * feed that was cut off.
     */
    private static final int SPEED = 8;

    /** How far out of order a market at this pace may reach the job: three seconds by the clock. */
    static final int OUT_OF_ORDERNESS_MILLIS = 3_000 * SPEED;

    private double allowed;
    private final Pace pace;
    private CompletableFuture<Void> sent;

    private Feeding(Pace pace) {
        this.pace = pace;
    }

    static Feeding start(String servers, OrderedMarket market) {
        return start(servers, market, SPEED);
    }

    /**
     * @param speed seconds of the market in one
     */
    static Feeding start(String servers, OrderedMarket market, int speed) {
        Pace pace = new Pace((double) speed * market.size() / market.seconds());
        Feeding feeding = new Feeding(pace);
        feeding.sent =
                CompletableFuture.runAsync(
                        () -> {
                            try (KafkaFeed feed = new KafkaFeed(servers, pace)) {
                                market.feed(feed, feeding::awaitTurn);
                            }
                        });
        return feeding;
    }

    /** Lets events go up to this share of the market, 0 to 1; does not wait for them. */
    synchronized void allow(double share) {
        allowed = share;
        notifyAll();
    }

    private synchronized void awaitTurn(double share) {
        while (share >= allowed) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while feeding", e);
            }
        }
    }

    /** Waits until everything has been sent; all must have been allowed. */
    void join() {
        sent.join();
    }

    /** Ends a market before its end; all must have been allowed. */
    void stop() {
        pace.stop();
        try {
            sent.join();
        } catch (CompletionException ended) {
            assertThat(ended).hasCauseInstanceOf(Pace.StoppedException.class);
        }
    }
}

package io.huihui.cli;

import java.util.concurrent.CompletableFuture;

/**
 * A market on its way into Kafka. Its events go at a pace, but none beyond the share allowed so
 * far: so each version of a job sees some of them, on a fast machine and on a slow one.
 */
final class Feeding {

    /**
     * Seconds of the market in one. A partition that was idle is waited for no longer; what is then
     * read from it six seconds after the others is as late as the job forgives.
     */
    private static final double SPEED = 15;

    private double allowed;
    private CompletableFuture<Void> sent;

    private Feeding() {}

    static Feeding start(String servers, OrderedMarket market) {
        Feeding feeding = new Feeding();
        Pace pace = new Pace(SPEED * market.size() / market.seconds());
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
}

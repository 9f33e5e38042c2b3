package io.huihui.console.live;

import io.huihui.console.market.Market;
import io.huihui.console.market.Update;
import io.huihui.console.view.FrameTimes;
import io.huihui.models.OutsideResults;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All live clients. A few threads look after them, a share each, all the time; sending never blocks
 * them, since a client whose last message is still on its way is passed over.
 */
public final class LiveHub implements AutoCloseable {

    static final int MOST_CLIENTS = 500;

    /** Between two looks at all clients: what comes to one that was quiet goes out within this. */
    private static final Duration TURN = Duration.ofMillis(10);

    /** Between two frames of a client: a person sees no more, and a burst becomes few frames. */
    private static final Duration GAP = Duration.ofMillis(25);

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /** A client that has not taken a message for so long is gone, or will not recover. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int THREADS = 2;

    private final Map<String, LiveClient> clients = new ConcurrentHashMap<>();
    private final AtomicLong framesOfGone = new AtomicLong();
    private final AtomicLong conflatedOfGone = new AtomicLong();
    private final CompassFrames compass;
    private final ScheduledExecutorService threads;

    public LiveHub(CompassFrames compass) {
        this.compass = compass;
        this.threads = Executors.newScheduledThreadPool(THREADS);
        for (int share = 0; share < THREADS; share++) {
            int mine = share;
            var unused =
                    threads.scheduleWithFixedDelay(
                            () -> turn(mine),
                            TURN.toMillis(),
                            TURN.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    /** Takes what is new, for everybody who wants it. */
    public void offer(Update update) {
        clients.values().forEach(client -> client.offer(update));
    }

    @OutsideResults("Pace of frames.")
    private void turn(int share) {
        long now = System.nanoTime();
        clients.forEach(
                (id, client) -> {
                    if (Math.floorMod(id.hashCode(), THREADS) == share) {
                        if (client.rested(now, GAP.toNanos())) {
                            client.flush(now, HEARTBEAT.toNanos(), compass);
                        }
                        if (client.stuck(now, PATIENCE.toNanos())) {
                            client.close(
                                    "need a client that reads, was stuck for 30 s; connect anew");
                        }
                    }
                });
    }

    /** Takes in a client; refuses it when there are too many. */
    @OutsideResults("When its first heartbeat is due.")
    boolean enter(String id, Outlet outlet) {
        if (clients.size() >= MOST_CLIENTS) {
            return false;
        }
        clients.put(id, new LiveClient(outlet, System.nanoTime()));
        return true;
    }

    void subscribe(String id, Wanted wanted, Market market) {
        LiveClient client = clients.get(id);
        if (client != null) {
            client.subscribe(wanted, market);
        }
    }

    void refuse(String id, String sentence) {
        LiveClient client = clients.get(id);
        if (client != null) {
            client.refuse(sentence);
        }
    }

    void leave(String id) {
        LiveClient gone = clients.remove(id);
        if (gone != null) {
            framesOfGone.addAndGet(gone.frames());
            conflatedOfGone.addAndGet(gone.conflated());
        }
    }

    /** Returns how long frames of the compass took. */
    public FrameTimes compassTimes() {
        return compass.times();
    }

    public int clients() {
        return clients.size();
    }

    /** Returns how many text frames were sent since the start. */
    public long frames() {
        return framesOfGone.get() + clients.values().stream().mapToLong(LiveClient::frames).sum();
    }

    /** Returns how many records were replaced by newer ones before a client had taken them. */
    public long conflated() {
        return conflatedOfGone.get()
                + clients.values().stream().mapToLong(LiveClient::conflated).sum();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

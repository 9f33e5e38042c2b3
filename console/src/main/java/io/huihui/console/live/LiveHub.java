package io.huihui.console.live;

import io.huihui.console.market.Market;
import io.huihui.console.market.Update;
import io.huihui.console.view.FrameTimes;
import io.huihui.models.OutsideResults;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * All live clients, in audiences of those that want the same. A few threads look after them, a
 * share of the clients each, all the time; sending never blocks them, since a client whose last
 * message is still on its way is passed over.
 */
public final class LiveHub implements AutoCloseable {

    static final int MOST_CLIENTS = 500;

    /** Between two looks at all clients: what comes to one that was quiet goes out within this. */
    private static final Duration TURN = Duration.ofMillis(10);

    private static final int THREADS = 2;

    /** Who sits where. Guarded by itself. */
    private final Map<String, Seat> seats = new HashMap<>();

    private final Map<Section, Audience> audiences = new ConcurrentHashMap<>();
    private final Pace pace = Pace.standard();
    private final LiveCounts counts = LiveCounts.zero();
    private final CompassFrames compass;
    private final ScheduledExecutorService threads;

    /** An audience's name: what it wants, and whose share it is. */
    private record Section(Wanted wanted, int share) {}

    private record Seat(LiveClient client, Section section) {}

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
        audiences.values().forEach(audience -> audience.offer(update));
    }

    @OutsideResults("Pace of frames.")
    private void turn(int share) {
        long now = System.nanoTime();
        audiences.forEach(
                (section, audience) -> {
                    if (section.share() == share) {
                        audience.turn(pace, now, compass);
                    }
                });
    }

    /** Takes in a client, which wants nothing yet; refuses it when there are too many. */
    @OutsideResults("When its first heartbeat is due.")
    boolean enter(String id, Outlet outlet) {
        synchronized (seats) {
            if (seats.size() >= MOST_CLIENTS) {
                return false;
            }
            LiveClient client = new LiveClient(outlet, counts, System.nanoTime());
            sit(id, client, Wanted.NOTHING).join(client);
            return true;
        }
    }

    void subscribe(String id, Wanted wanted, Market market) {
        synchronized (seats) {
            Seat seat = seats.get(id);
            if (seat != null) {
                rise(seat);
                sit(id, seat.client(), wanted).start(seat.client(), market);
            }
        }
    }

    private Audience sit(String id, LiveClient client, Wanted wanted) {
        Section section = new Section(wanted, Math.floorMod(id.hashCode(), THREADS));
        seats.put(id, new Seat(client, section));
        return audiences.computeIfAbsent(section, any -> new Audience(wanted, counts));
    }

    private void rise(Seat seat) {
        if (audiences.get(seat.section()).leave(seat.client())) {
            audiences.remove(seat.section());
        }
    }

    void refuse(String id, String sentence) {
        synchronized (seats) {
            Seat seat = seats.get(id);
            if (seat != null) {
                seat.client().refuse(sentence);
            }
        }
    }

    void leave(String id) {
        synchronized (seats) {
            Seat seat = seats.remove(id);
            if (seat != null) {
                rise(seat);
            }
        }
    }

    /** Returns how long frames of the compass took. */
    public FrameTimes compassTimes() {
        return compass.times();
    }

    public int clients() {
        synchronized (seats) {
            return seats.size();
        }
    }

    /** Returns how many text frames were sent since the start. */
    public long frames() {
        return counts.frames().sum();
    }

    /** Returns how many records were replaced by newer ones before a client had taken them. */
    public long conflated() {
        return counts.conflated().sum();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

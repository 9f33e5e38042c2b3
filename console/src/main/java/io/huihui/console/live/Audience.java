package io.huihui.console.live;

import io.huihui.console.market.Market;
import io.huihui.console.market.Update;
import io.huihui.console.market.UpdateKey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Clients that want the same. What is new waits here, the newest of each topic, key and slot, and
 * goes out as one message for all that can take it: two hundred readers of the same view cost the
 * server little more than one.
 */
final class Audience {

    private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

    private final Wanted wanted;
    private final LiveCounts counts;
    private final Map<UpdateKey, Update> waiting = new LinkedHashMap<>();

    /** Replaced as a whole, so that a turn can go through it while somebody comes or leaves. */
    private List<LiveClient> clients = List.of();

    private long handedOutNanos;

    Audience(Wanted wanted, LiveCounts counts) {
        this.wanted = wanted;
        this.counts = counts;
    }

    /** Takes in a client. */
    synchronized void join(LiveClient client) {
        List<LiveClient> more = new ArrayList<>(clients);
        more.add(client);
        clients = List.copyOf(more);
    }

    /** Takes in a client whose next frame is the state as of now. */
    synchronized void start(LiveClient client, Market market) {
        join(client);
        client.start(wanted, market.state(wanted::has));
    }

    /** Returns whether nobody is left. */
    synchronized boolean leave(LiveClient client) {
        List<LiveClient> fewer = new ArrayList<>(clients);
        fewer.remove(client);
        clients = List.copyOf(fewer);
        return clients.isEmpty();
    }

    /** Takes what is new, if somebody here wants it. */
    synchronized void offer(Update update) {
        if (wanted.has(update.key())) {
            if (waiting.remove(update.key()) != null) {
                counts.conflated().add(clients.size());
            }
            waiting.put(update.key(), update);
        }
    }

    /** Hands out what waits, and lets every client send what it can. */
    void turn(Pace pace, long nowNanos, CompassFrames compass) {
        List<LiveClient> present;
        List<Update> updates = List.of();
        synchronized (this) {
            present = clients;
            if (!waiting.isEmpty() && nowNanos - handedOutNanos >= pace.gapNanos()) {
                updates = new ArrayList<>(waiting.values());
                waiting.clear();
                handedOutNanos = nowNanos;
            }
        }
        Batch batch = updates.isEmpty() ? null : Batch.of(wanted, updates);
        for (LiveClient client : present) {
            try {
                if (batch != null) {
                    client.offer(batch, nowNanos, compass);
                }
                client.turn(pace, nowNanos, compass);
            } catch (RuntimeException e) {
                // One whose connection breaks here must not keep the turn from the others.
                LOG.warn("a live client could not be written to: {}", e.toString());
            }
        }
    }
}

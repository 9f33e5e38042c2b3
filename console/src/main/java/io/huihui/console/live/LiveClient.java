package io.huihui.console.live;

import io.huihui.console.market.Market;
import io.huihui.console.market.Update;
import io.huihui.console.market.UpdateKey;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One reader. What it has not taken yet waits here, the newest of each topic, key and slot: however
 * slowly it reads, no more than one record of each waits, and nobody waits for it.
 */
final class LiveClient {

    /** Longest frame, characters; the rest follows in the next one. */
    static final int LONGEST_FRAME = 4_000_000;

    private final Outlet outlet;
    private final Map<UpdateKey, Update> pending = new LinkedHashMap<>();
    private Wanted wanted = Wanted.NOTHING;
    private boolean anew;
    private boolean onItsWay;
    private String problem;
    private long sequence;
    private long sentNanos;
    private long conflated;
    private long compassSent = -1;
    private boolean compassLast;

    LiveClient(Outlet outlet, long nowNanos) {
        this.outlet = outlet;
        this.sentNanos = nowNanos;
    }

    /** Replaces what the client wants; the next frame is the state as of now. */
    synchronized void subscribe(Wanted next, Market market) {
        wanted = next;
        pending.clear();
        market.state(next::has).forEach(update -> pending.put(update.key(), update));
        anew = true;
        problem = null;
        compassSent = -1;
    }

    /** Says in the next frame why the client's last message was refused. */
    synchronized void refuse(String sentence) {
        problem = sentence;
    }

    /** Takes what is new; it replaces what waits of the same key, and goes to its end. */
    synchronized void offer(Update update) {
        if (wanted.has(update.key())) {
            if (pending.remove(update.key()) != null) {
                conflated++;
            }
            pending.put(update.key(), update);
        }
    }

    /**
     * Sends what waits, if the last message has been taken.
     *
     * @param heartbeatNanos after so long a silence an empty frame goes out
     */
    void flush(long nowNanos, long heartbeatNanos, CompassFrames compass) {
        String frame;
        ByteBuffer bytes = null;
        synchronized (this) {
            if (onItsWay) {
                return;
            }
            boolean due = anew || problem != null || !pending.isEmpty();
            boolean quiet = nowNanos - sentNanos >= heartbeatNanos;
            boolean turned = wanted.compass() && compass.version() > compassSent;
            // Where there is always something to say, the compass has every other turn.
            if (turned && !anew && !(due && compassLast)) {
                compassSent = compass.version();
                bytes = compass.frame(wanted.symbols());
                frame = null;
            } else {
                frame = due || quiet ? frame() : null;
            }
            if (frame == null && bytes == null) {
                return;
            }
            compassLast = bytes != null;
            onItsWay = true;
            sentNanos = nowNanos;
        }
        if (frame != null) {
            outlet.text(frame, this::sent);
        } else {
            outlet.binary(bytes, this::sent);
        }
    }

    private synchronized void sent() {
        onItsWay = false;
    }

    private String frame() {
        StringBuilder text = new StringBuilder(256);
        text.append("{\"sequence\":").append(++sequence).append(",\"state\":").append(anew);
        text.append(",\"problem\":");
        if (problem == null) {
            text.append("null");
        } else {
            text.append('"')
                    .append(JsonStringEncoder.getInstance().quoteAsString(problem))
                    .append('"');
        }
        text.append(",\"updates\":[");
        char separator = ' ';
        Iterator<Update> waiting = pending.values().iterator();
        while (waiting.hasNext() && text.length() < LONGEST_FRAME) {
            text.append(separator).append(waiting.next().json(wanted.features()));
            waiting.remove();
            separator = ',';
        }
        anew = false;
        problem = null;
        return text.append("]}").toString();
    }

    /** Returns whether the last message is as old as that. */
    synchronized boolean rested(long nowNanos, long gapNanos) {
        return nowNanos - sentNanos >= gapNanos;
    }

    /** Returns whether a message has been on its way for longer than that. */
    synchronized boolean stuck(long nowNanos, long patienceNanos) {
        return onItsWay && nowNanos - sentNanos > patienceNanos;
    }

    /** Returns how many records were replaced by newer ones before the client had taken them. */
    synchronized long conflated() {
        return conflated;
    }

    synchronized long frames() {
        return sequence;
    }

    /** Returns how many records wait. */
    synchronized int waiting() {
        return pending.size();
    }

    void close(String reason) {
        outlet.close(reason);
    }
}

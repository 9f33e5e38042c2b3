package io.huihui.console.live;

import io.huihui.console.market.Update;
import io.huihui.console.market.UpdateKey;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One reader. What it has not taken yet waits here, the newest of each topic, key and slot: however
 * slowly it reads, no more than one record of each waits, and nobody waits for it.
 */
final class LiveClient {

    private final Outlet outlet;
    private final LiveCounts counts;
    private final Map<UpdateKey, Update> pending = new LinkedHashMap<>();
    private Wanted wanted = Wanted.NOTHING;
    private boolean anew;
    private boolean onItsWay;
    private String problem;
    private long sequence;
    private long sentNanos;
    private long compassSent = -1;
    private boolean compassLast;

    LiveClient(Outlet outlet, LiveCounts counts, long nowNanos) {
        this.outlet = outlet;
        this.counts = counts;
        this.sentNanos = nowNanos;
    }

    /** Replaces what the client wants; the next frame is the state as of now. */
    synchronized void start(Wanted next, List<Update> state) {
        wanted = next;
        pending.clear();
        state.forEach(update -> pending.put(update.key(), update));
        anew = true;
        problem = null;
        compassSent = -1;
    }

    /** Says in the next frame why the client's last message was refused. */
    synchronized void refuse(String sentence) {
        problem = sentence;
    }

    /**
     * Sends what came for all that want the same, as it is, if the client is up to date and free;
     * else keeps it with what waits.
     */
    void offer(Batch batch, long nowNanos, CompassFrames compass) {
        String frame;
        synchronized (this) {
            if (!batch.wanted().equals(wanted)) {
                return;
            }
            boolean free = !onItsWay && !anew && problem == null && pending.isEmpty();
            if (!free || batch.body() == null || isCompassNext(true, compass)) {
                batch.updates().forEach(this::keep);
                return;
            }
            frame = text(batch.body());
            leaves(nowNanos, false);
        }
        outlet.text(frame, this::sent);
    }

    /** It replaces what waits of the same key, and goes to its end. */
    private void keep(Update update) {
        Update older = pending.get(update.key());
        // The state of a new subscription may be newer than a batch that was on its way to it.
        if (older != null && older.eventTimeMillis() > update.eventTimeMillis()) {
            return;
        }
        if (pending.remove(update.key()) != null) {
            counts.conflated().increment();
        }
        pending.put(update.key(), update);
    }

    /** Sends what waits, if the last message has been taken and is old enough. */
    void turn(Pace pace, long nowNanos, CompassFrames compass) {
        String frame = null;
        ByteBuffer bytes = null;
        boolean stuck;
        synchronized (this) {
            long sinceLast = nowNanos - sentNanos;
            stuck = onItsWay && sinceLast > pace.patienceNanos();
            if (!onItsWay && sinceLast >= pace.gapNanos()) {
                boolean due = anew || problem != null || !pending.isEmpty();
                if (isCompassNext(due, compass)) {
                    compassSent = compass.version();
                    bytes = compass.frame(wanted.symbols());
                    leaves(nowNanos, true);
                } else if (due || sinceLast >= pace.heartbeatNanos()) {
                    frame = text(waiting());
                    leaves(nowNanos, false);
                }
            }
        }
        if (stuck) {
            outlet.close("need a client that reads, was stuck for 30 s; connect anew");
        } else if (frame != null) {
            outlet.text(frame, this::sent);
        } else if (bytes != null) {
            outlet.binary(bytes, this::sent);
        }
    }

    /** Where there is always something to say, the compass has every other turn. */
    private boolean isCompassNext(boolean due, CompassFrames compass) {
        boolean turned = wanted.compass() && compass.version() > compassSent;
        return turned && !anew && !(due && compassLast);
    }

    private void leaves(long nowNanos, boolean isCompass) {
        compassLast = isCompass;
        onItsWay = true;
        sentNanos = nowNanos;
    }

    private synchronized void sent() {
        onItsWay = false;
    }

    /** Takes what waits, as much as one frame holds. */
    private String waiting() {
        TextFrame text = new TextFrame();
        Iterator<Update> updates = pending.values().iterator();
        while (updates.hasNext() && text.add(updates.next(), wanted)) {
            updates.remove();
        }
        return text.body();
    }

    private String text(String body) {
        String frame = TextFrame.of(++sequence, anew, problem, body);
        anew = false;
        problem = null;
        counts.frames().increment();
        return frame;
    }

    /** Returns how many records wait. */
    synchronized int pending() {
        return pending.size();
    }
}

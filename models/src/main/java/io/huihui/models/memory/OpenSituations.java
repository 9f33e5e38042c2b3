package io.huihui.models.memory;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Situations of one symbol of which not everything that comes of them is known: one a minute of the
 * longest horizon.
 */
public final class OpenSituations implements BinaryState {

    private static final int STATE_VERSION = 1;

    /** Oldest first. */
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();

    /**
     * Takes in what the market is like now, which must be later than before, and returns the
     * situations whose longest horizon is over by it and of which anything is known.
     */
    public List<PastSituation> observe(Situation now) {
        List<PastSituation> past = new ArrayList<>();
        for (Waiting over : hear(now)) {
            past.add(over.past(now.snapshot().symbol(), now.snapshot().secondEndMillis()));
        }
        add(now);
        return past;
    }

    /** As {@link #observe}, without letting the present one wait. */
    List<Waiting> hear(Situation now) {
        long time = now.snapshot().secondEndMillis();
        Require.that(
                waiting.isEmpty() || waiting.getLast().timeMillis < time,
                "situations in order of time",
                () -> now.snapshot() + " after " + waiting.getLast().timeMillis);
        for (Waiting each : waiting) {
            each.hear(time, now.mid());
        }
        List<Waiting> over = new ArrayList<>();
        while (!waiting.isEmpty() && waiting.getFirst().isOver(time)) {
            Waiting first = waiting.removeFirst();
            if (first.isKnown()) {
                over.add(first);
            }
        }
        return over;
    }

    /** Lets a situation wait, unless what comes of it has no measure. */
    void add(Situation now) {
        if (now.volatilityAnnual() != null && now.volatilityAnnual() > 0) {
            waiting.addLast(
                    new Waiting(now.snapshot().secondEndMillis(), now.vector(), now.price()));
        }
    }

    void addAll(OpenSituations others) {
        waiting.addAll(others.waiting);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        write(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "open situations");
        read(in);
    }

    /** Writes without a version of its own. */
    void write(DataOutput out) throws IOException {
        out.writeByte(waiting.size());
        for (Waiting each : waiting) {
            each.writeTo(out);
        }
    }

    /** Reads what {@link #write} wrote. */
    void read(DataInput in) throws IOException {
        waiting.clear();
        int count = in.readUnsignedByte();
        for (int i = 0; i < count; i++) {
            waiting.addLast(Waiting.read(in));
        }
    }
}

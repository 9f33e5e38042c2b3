package io.huihui.models.text;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Remembers the fingerprints of the last texts and says what a new one adds. Bounded: the oldest
 * fingerprint goes when {@value #CAPACITY} are held.
 */
public final class NearDuplicates implements BinaryState {

    /** More than a busy symbol gets in the time that repeats are looked for. */
    static final int CAPACITY = 128;

    /**
     * Rewritten headlines differ from their first form in up to a dozen bits, unrelated ones in 20
     * and more; see SimhashTest.
     */
    static final int ALIKE_BITS = 12;

    /** A text that comes again after this long is news again. */
    static final long HOUR_MILLIS = 60 * 60_000L;

    private static final int STATE_VERSION = 1;

    private final long windowMillis;
    private final long[] fingerprints = new long[CAPACITY];
    private final long[] sources = new long[CAPACITY];
    private final long[] times = new long[CAPACITY];
    private int count;
    private int next;

    /** Looks for repeats within an hour. */
    public NearDuplicates() {
        this(HOUR_MILLIS);
    }

    /** Looks for repeats within a time. */
    public NearDuplicates(long windowMillis) {
        this.windowMillis = windowMillis;
    }

    /**
     * Returns what a text adds to those within the window of this event time, and remembers it
     * unless it is a repeat: a story that is sent for ever is told once a window.
     */
    public Novelty judge(long timeMillis, String source, String text) {
        return judge(timeMillis, TextHash.of(source), Simhash.of(text));
    }

    /** The same of a source's hash and a text's fingerprint. */
    public Novelty judge(long timeMillis, long from, long fingerprint) {
        Novelty novelty = Novelty.NEW;
        for (int i = 0; i < count; i++) {
            if (Math.abs(timeMillis - times[i]) < windowMillis
                    && Simhash.distance(fingerprint, fingerprints[i]) <= ALIKE_BITS) {
                if (sources[i] == from) {
                    return Novelty.REPEAT;
                }
                novelty = Novelty.ECHO;
            }
        }
        fingerprints[next] = fingerprint;
        sources[next] = from;
        times[next] = timeMillis;
        next = (next + 1) % CAPACITY;
        count = Math.min(CAPACITY, count + 1);
        return novelty;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeInt(count);
        out.writeInt(next);
        for (int i = 0; i < count; i++) {
            out.writeLong(fingerprints[i]);
            out.writeLong(sources[i]);
            out.writeLong(times[i]);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "near-duplicate memory");
        count = in.readInt();
        next = in.readInt();
        for (int i = 0; i < count; i++) {
            fingerprints[i] = in.readLong();
            sources[i] = in.readLong();
            times[i] = in.readLong();
        }
    }
}

package io.huihui.models.metric;

import io.huihui.models.event.MarketEvent;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Recognises an event that has already taken effect in the last {@link Moment#CORRECTION_SECONDS}
 * by (source, kind, sequence). A sequence above all before is new without a look-up; only others
 * are searched among the fingerprints of those seconds.
 */
public final class SeenEvents implements BinaryState {

    private static final int VERSION = 1;
    private static final int SECONDS = Moment.CORRECTION_SECONDS + 1;

    /** Odd constants of the 64-bit finalizer of SplittableRandom (Stafford's variant 13). */
    private static final long MIX_1 = 0xbf58476d1ce4e5b9L;

    private static final long MIX_2 = 0x94d049bb133111ebL;

    private final List<String> sources = new ArrayList<>();
    private final List<long[]> highest = new ArrayList<>();
    private final long[][] fingerprints = new long[SECONDS][];
    private final int[] counts = new int[SECONDS];
    private final long[] seconds = new long[SECONDS];

    /** Returns whether the event is new, and remembers it with the second in which it fell. */
    public boolean isNew(MarketEvent event, long second) {
        long[] highestByKind = highestOf(event.source());
        int kind = MarketEvent.kindOf(event);
        long sequence = event.sequence();
        long fingerprint = fingerprint(event.source(), kind, sequence);
        if (sequence > highestByKind[kind]) {
            highestByKind[kind] = sequence;
        } else if (contains(fingerprint, second)) {
            return false;
        }
        remember(fingerprint, second);
        return true;
    }

    private long[] highestOf(String source) {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).equals(source)) {
                return highest.get(i);
            }
        }
        long[] none = new long[MarketEvent.KINDS];
        Arrays.fill(none, -1);
        sources.add(source);
        highest.add(none);
        return none;
    }

    private boolean contains(long fingerprint, long second) {
        for (int i = 0; i < SECONDS; i++) {
            if (fingerprints[i] != null && Math.abs(second - seconds[i]) < SECONDS) {
                for (int at = 0; at < counts[i]; at++) {
                    if (fingerprints[i][at] == fingerprint) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void remember(long fingerprint, long second) {
        int at = (int) Math.floorMod(second, (long) SECONDS);
        if (fingerprints[at] == null) {
            fingerprints[at] = new long[4];
        }
        if (seconds[at] != second) {
            seconds[at] = second;
            counts[at] = 0;
        }
        if (counts[at] == fingerprints[at].length) {
            fingerprints[at] = Arrays.copyOf(fingerprints[at], 2 * counts[at]);
        }
        fingerprints[at][counts[at]++] = fingerprint;
    }

    private static long fingerprint(String source, int kind, long sequence) {
        long mixed = sequence * MarketEvent.KINDS + kind;
        mixed = (mixed ^ (mixed >>> 30)) * MIX_1;
        mixed ^= source.hashCode();
        mixed = (mixed ^ (mixed >>> 27)) * MIX_2;
        return mixed ^ (mixed >>> 31);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeInt(sources.size());
        for (int i = 0; i < sources.size(); i++) {
            out.writeUTF(sources.get(i));
            for (long sequence : highest.get(i)) {
                out.writeLong(sequence);
            }
        }
        for (int i = 0; i < SECONDS; i++) {
            out.writeLong(seconds[i]);
            out.writeInt(counts[i]);
            for (int at = 0; at < counts[i]; at++) {
                out.writeLong(fingerprints[i][at]);
            }
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "seen-events");
        int known = in.readInt();
        for (int i = 0; i < known; i++) {
            sources.add(in.readUTF());
            long[] sequences = new long[MarketEvent.KINDS];
            for (int kind = 0; kind < sequences.length; kind++) {
                sequences[kind] = in.readLong();
            }
            highest.add(sequences);
        }
        for (int i = 0; i < SECONDS; i++) {
            seconds[i] = in.readLong();
            counts[i] = in.readInt();
            fingerprints[i] = counts[i] == 0 ? null : new long[counts[i]];
            for (int at = 0; at < counts[i]; at++) {
                fingerprints[i][at] = in.readLong();
            }
        }
    }
}

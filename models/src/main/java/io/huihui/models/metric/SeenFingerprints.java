package io.huihui.models.metric;

import io.huihui.models.event.MarketEvent;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What version 1 of {@link SeenEvents} had seen, by second; only read, never added to. */
final class SeenFingerprints implements BinaryState {

    private static final int SECONDS = Moment.CORRECTION_SECONDS + 1;

    /** Odd constants of the 64-bit finalizer of SplittableRandom (Stafford's variant 13). */
    private static final long MIX_1 = 0xbf58476d1ce4e5b9L;

    private static final long MIX_2 = 0x94d049bb133111ebL;

    private final long[][] fingerprints = new long[SECONDS][];
    private final long[] seconds = new long[SECONDS];

    boolean contains(String source, int kind, long sequence, long second) {
        long fingerprint = fingerprint(source, kind, sequence);
        for (int i = 0; i < SECONDS; i++) {
            if (Math.abs(second - seconds[i]) < SECONDS) {
                for (long seen : fingerprints[i]) {
                    if (seen == fingerprint) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Returns whether no second is near enough to count any more. */
    boolean isPast(long second) {
        for (int i = 0; i < SECONDS; i++) {
            if (fingerprints[i].length > 0 && second - seconds[i] < SECONDS) {
                return false;
            }
        }
        return true;
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
        for (int i = 0; i < SECONDS; i++) {
            out.writeLong(seconds[i]);
            out.writeInt(fingerprints[i].length);
            for (long fingerprint : fingerprints[i]) {
                out.writeLong(fingerprint);
            }
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        for (int i = 0; i < SECONDS; i++) {
            seconds[i] = in.readLong();
            fingerprints[i] = new long[in.readInt()];
            for (int at = 0; at < fingerprints[i].length; at++) {
                fingerprints[i][at] = in.readLong();
            }
        }
    }
}

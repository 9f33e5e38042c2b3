package io.huihui.models.metric;

import io.huihui.models.serialization.BinaryState;
import io.huihui.models.serialization.VarLong;

import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The sequences of one source and kind over some seconds. Those of one second are kept as
 * differences to the one before, mostly one byte each: a dense symbol has tens of thousands.
 */
final class SeenSequences implements BinaryState {

    private static final int VERSION = 1;
    private static final int FIRST_BYTES = 16;

    /** Sequences of one second, in order of arrival. */
    private static final class Second {
        private byte[] differences = new byte[FIRST_BYTES];
        private int length;
        private long second;
        private int count;
        private long last;
        private long lowest = Long.MAX_VALUE;
        private long highest = Long.MIN_VALUE;

        private void begin(long begun) {
            length = 0;
            second = begun;
            count = 0;
            last = 0;
            lowest = Long.MAX_VALUE;
            highest = Long.MIN_VALUE;
        }

        private void add(long sequence) {
            if (differences.length - length < VarLong.LONGEST) {
                differences = Arrays.copyOf(differences, 2 * differences.length);
            }
            length = VarLong.put(sequence - last, differences, length);
            count++;
            last = sequence;
            lowest = Math.min(lowest, sequence);
            highest = Math.max(highest, sequence);
        }

        private boolean contains(long sequence) {
            DataInput in = new DataInputStream(new ByteArrayInputStream(differences, 0, length));
            try {
                long value = 0;
                for (int i = 0; i < count; i++) {
                    value += VarLong.read(in);
                    if (value == sequence) {
                        return true;
                    }
                }
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException("need the bytes that add() wrote, was: " + e, e);
            }
        }
    }

    private final Second[] ring;
    private long highest = -1;

    SeenSequences(int seconds) {
        ring = new Second[seconds];
    }

    /** Returns the highest sequence ever added, -1 before the first. */
    long highest() {
        return highest;
    }

    /** Says that sequences up to this one were seen. */
    void raise(long sequence) {
        highest = Math.max(highest, sequence);
    }

    void add(long sequence, long second) {
        int place = (int) Math.floorMod(second, (long) ring.length);
        if (ring[place] == null) {
            ring[place] = new Second();
            ring[place].begin(second);
        } else if (ring[place].second != second) {
            ring[place].begin(second);
        }
        ring[place].add(sequence);
        raise(sequence);
    }

    /** Returns whether a sequence was added in a second less than the ring's length away. */
    boolean contains(long sequence, long second) {
        for (Second at : ring) {
            if (at != null
                    && sequence >= at.lowest
                    && sequence <= at.highest
                    && Math.abs(second - at.second) < ring.length
                    && at.contains(sequence)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeLong(highest);
        for (Second at : ring) {
            out.writeInt(at == null ? 0 : at.count);
            if (at != null && at.count > 0) {
                out.writeLong(at.second);
                out.writeLong(at.last);
                out.writeLong(at.lowest);
                out.writeLong(at.highest);
                out.writeInt(at.length);
                out.write(at.differences, 0, at.length);
            }
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "seen-sequences");
        highest = in.readLong();
        for (int i = 0; i < ring.length; i++) {
            int count = in.readInt();
            ring[i] = count == 0 ? null : new Second();
            if (count > 0) {
                ring[i].count = count;
                ring[i].second = in.readLong();
                ring[i].last = in.readLong();
                ring[i].lowest = in.readLong();
                ring[i].highest = in.readLong();
                ring[i].length = in.readInt();
                ring[i].differences = new byte[Math.max(FIRST_BYTES, ring[i].length)];
                in.readFully(ring[i].differences, 0, ring[i].length);
            }
        }
    }
}

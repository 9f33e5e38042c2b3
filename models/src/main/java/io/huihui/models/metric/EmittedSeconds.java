package io.huihui.models.metric;

import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.serialization.BinaryState;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The snapshots of the seconds that late data may still correct. Each is kept as bytes: it is
 * written into every checkpoint for a minute and a half, and hardly ever asked for.
 */
public final class EmittedSeconds implements BinaryState {

    /** 1: every snapshot spelled out with its symbol. 2: as bytes with their length. */
    private static final int VERSION = 2;

    private static final int SECONDS = Moment.CORRECTION_SECONDS + 1;
    private static final int FIRST_BYTES = 2048;

    private final long[] ends = new long[SECONDS];

    /** Revision and features; null where there is none. */
    private final byte[][] snapshots = new byte[SECONDS][];

    /** Keeps a snapshot, in place of an earlier revision or of one long past. */
    void keep(FeatureSnapshot snapshot) {
        long end = snapshot.id().secondEndMillis();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(FIRST_BYTES);
        try {
            DataOutput out = new DataOutputStream(bytes);
            out.writeInt(snapshot.revision());
            snapshot.features().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        ends[place(end)] = end;
        snapshots[place(end)] = bytes.toByteArray();
    }

    /** Returns the newest revision of a second, null when none was made or it is long past. */
    FeatureSnapshot at(SnapshotId id) {
        int place = place(id.secondEndMillis());
        if (snapshots[place] == null || ends[place] != id.secondEndMillis()) {
            return null;
        }
        DataInput in = new DataInputStream(new ByteArrayInputStream(snapshots[place]));
        try {
            return new FeatureSnapshot(id, in.readInt(), FeatureVector.readFrom(in));
        } catch (IOException e) {
            throw new UncheckedIOException("need the bytes that keep() wrote, was: " + e, e);
        }
    }

    private static int place(long endMillis) {
        return (int) Math.floorMod(endMillis / Moment.SECOND_MILLIS, (long) SECONDS);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        for (int i = 0; i < SECONDS; i++) {
            out.writeInt(snapshots[i] == null ? 0 : snapshots[i].length);
            if (snapshots[i] != null) {
                out.writeLong(ends[i]);
                out.write(snapshots[i]);
            }
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        int version = BinaryState.readVersion(in, VERSION, "emitted-seconds");
        for (int i = 0; i < SECONDS; i++) {
            snapshots[i] = null;
            if (version == 1) {
                readSpelledOut(in);
            } else {
                readBytes(i, in);
            }
        }
    }

    private void readBytes(int place, DataInput in) throws IOException {
        int length = in.readInt();
        if (length > 0) {
            ends[place] = in.readLong();
            snapshots[place] = new byte[length];
            in.readFully(snapshots[place]);
        }
    }

    private void readSpelledOut(DataInput in) throws IOException {
        if (in.readBoolean()) {
            SnapshotId id = new SnapshotId(in.readUTF(), in.readLong());
            keep(new FeatureSnapshot(id, in.readInt(), FeatureVector.readFrom(in)));
        }
    }
}

package io.huihui.models.metric;

import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The snapshots of the seconds that late data may still correct. */
public final class EmittedSeconds implements BinaryState {

    private static final int VERSION = 1;
    private static final int SECONDS = Moment.CORRECTION_SECONDS + 1;

    private final FeatureSnapshot[] snapshots = new FeatureSnapshot[SECONDS];

    /** Keeps a snapshot, in place of an earlier revision or of one long past. */
    void keep(FeatureSnapshot snapshot) {
        snapshots[place(snapshot.id().secondEndMillis())] = snapshot;
    }

    /** Returns the newest revision of a second, null when none was made or it is long past. */
    FeatureSnapshot at(long endMillis) {
        FeatureSnapshot snapshot = snapshots[place(endMillis)];
        return snapshot != null && snapshot.id().secondEndMillis() == endMillis ? snapshot : null;
    }

    private static int place(long endMillis) {
        return (int) Math.floorMod(endMillis / Moment.SECOND_MILLIS, (long) SECONDS);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        for (FeatureSnapshot snapshot : snapshots) {
            out.writeBoolean(snapshot != null);
            if (snapshot != null) {
                out.writeUTF(snapshot.id().symbol());
                out.writeLong(snapshot.id().secondEndMillis());
                out.writeInt(snapshot.revision());
                snapshot.features().writeTo(out);
            }
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "emitted-seconds");
        for (int i = 0; i < SECONDS; i++) {
            snapshots[i] = null;
            if (in.readBoolean()) {
                SnapshotId id = new SnapshotId(in.readUTF(), in.readLong());
                snapshots[i] = new FeatureSnapshot(id, in.readInt(), FeatureVector.readFrom(in));
            }
        }
    }
}

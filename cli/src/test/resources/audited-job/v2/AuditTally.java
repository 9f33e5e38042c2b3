package io.huihui.jobs;

import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How many snapshots a symbol has had, and since version 2 the second of the last one. */
public final class AuditTally implements BinaryState {

    private static final int VERSION = 2;

    private long snapshots;

    /** 0 where the state was written by version 1 and no snapshot has come since. */
    private long lastSecondEndMillis;

    public AuditTally() {}

    /** Counts one and returns a line: format version, then what it has counted. */
    String add(FeatureSnapshot snapshot) {
        long before = lastSecondEndMillis;
        lastSecondEndMillis = snapshot.id().secondEndMillis();
        return VERSION + "," + ++snapshots + "," + before;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeLong(snapshots);
        out.writeLong(lastSecondEndMillis);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        int version = BinaryState.readVersion(in, VERSION, "AuditTally");
        snapshots = in.readLong();
        lastSecondEndMillis = version < 2 ? 0 : in.readLong();
    }
}

package io.huihui.jobs;

import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How many snapshots a symbol has had. */
public final class AuditTally implements BinaryState {

    private static final int VERSION = 1;

    private long snapshots;

    public AuditTally() {}

    /** Counts one and returns a line: format version, then what it has counted. */
    String add(FeatureSnapshot snapshot) {
        return VERSION + "," + ++snapshots;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeLong(snapshots);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "AuditTally");
        snapshots = in.readLong();
    }
}

package io.huihui.connectors.tape;

import org.apache.flink.core.io.SimpleVersionedSerializer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Positions of a tape in a checkpoint. */
final class TapeSplitSerializer implements SimpleVersionedSerializer<TapeSplit> {

    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(TapeSplit split) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(split.positions().size());
        for (TapePosition position : split.positions()) {
            out.writeUTF(position.topic());
            out.writeLong(position.offset());
            out.writeLong(position.index());
        }
        return bytes.toByteArray();
    }

    @Override
    public TapeSplit deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException("need tape split version " + VERSION + ", was " + version);
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
        List<TapePosition> positions = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            positions.add(new TapePosition(in.readUTF(), in.readLong(), in.readLong()));
        }
        return new TapeSplit(positions);
    }
}

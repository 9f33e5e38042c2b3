package io.huihui.connectors.postgres;

import io.huihui.models.serialization.ImmutableSerializer;

import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

import java.io.IOException;

/** Writes encoded rows as table, count, length and bytes. They travel, and are in no state. */
public final class EncodedRowsSerializer extends ImmutableSerializer<EncodedRows> {

    private static final long serialVersionUID = 1L;

    static final EncodedRowsSerializer INSTANCE = new EncodedRowsSerializer();

    private EncodedRowsSerializer() {}

    @Override
    public void serialize(EncodedRows rows, DataOutputView target) throws IOException {
        StringValue.writeString(rows.table(), target);
        target.writeInt(rows.rows());
        target.writeInt(rows.bytes().length);
        target.write(rows.bytes());
    }

    @Override
    public EncodedRows deserialize(DataInputView source) throws IOException {
        String table = StringValue.readString(source);
        int rows = source.readInt();
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return new EncodedRows(table, rows, bytes);
    }

    @Override
    public TypeSerializerSnapshot<EncodedRows> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Snapshot of this serializer. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<EncodedRows> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}

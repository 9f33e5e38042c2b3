package io.huihui.connectors.postgres;

import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

import java.io.IOException;

/** Writes encoded rows as table, count, length and bytes. They travel, and are in no state. */
public final class EncodedRowsSerializer extends TypeSerializerSingleton<EncodedRows> {

    private static final long serialVersionUID = 1L;

    static final EncodedRowsSerializer INSTANCE = new EncodedRowsSerializer();

    private EncodedRowsSerializer() {}

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public EncodedRows createInstance() {
        return null; // immutable: Flink never reuses an instance
    }

    @Override
    public EncodedRows copy(EncodedRows from) {
        return from;
    }

    @Override
    public EncodedRows copy(EncodedRows from, EncodedRows reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

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
    public EncodedRows deserialize(EncodedRows reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
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

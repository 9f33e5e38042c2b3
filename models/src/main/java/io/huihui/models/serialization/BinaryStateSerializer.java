package io.huihui.models.serialization;

import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.util.Objects;

/**
 * Lets Flink store a {@link BinaryState}. The format and its versions belong to the state itself,
 * so a newer release reads what an older one wrote without a migration by Flink.
 */
public final class BinaryStateSerializer<T extends BinaryState> extends TypeSerializer<T> {

    private static final long serialVersionUID = 1L;

    /** First guess of a state's size in bytes; the buffer grows when it is larger. */
    private static final int FIRST_BUFFER_BYTES = 1 << 14;

    private final Class<T> type;

    public BinaryStateSerializer(Class<T> type) {
        this.type = Objects.requireNonNull(type);
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return this;
    }

    @Override
    public T createInstance() {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "need a public constructor without arguments, was none in " + type.getName(),
                    e);
        }
    }

    @Override
    public T copy(T from) {
        try {
            DataOutputSerializer out = new DataOutputSerializer(FIRST_BUFFER_BYTES);
            from.writeTo(out);
            T copy = createInstance();
            copy.readFrom(new DataInputDeserializer(out.getSharedBuffer(), 0, out.length()));
            return copy;
        } catch (IOException e) {
            throw new IllegalStateException("could not copy " + type.getName(), e);
        }
    }

    @Override
    public T copy(T from, T reuse) {
        return copy(from);
    }

    @Override
    public int getLength() {
        return -1;
    }

    /**
     * Writes to memory first: a checkpoint's stream takes one large piece far faster than tens of
     * thousands of numbers.
     */
    @Override
    public void serialize(T state, DataOutputView target) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(FIRST_BUFFER_BYTES);
        state.writeTo(out);
        target.write(out.getSharedBuffer(), 0, out.length());
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        T state = createInstance();
        state.readFrom(source);
        return state;
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinaryStateSerializer<?> serializer && type == serializer.type;
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new Snapshot<>(type);
    }

    /** Remembers which state class was stored. */
    public static final class Snapshot<T extends BinaryState> implements TypeSerializerSnapshot<T> {

        private Class<T> type;

        /** For restore. */
        public Snapshot() {}

        Snapshot(Class<T> type) {
            this.type = type;
        }

        @Override
        public int getCurrentVersion() {
            return 1;
        }

        @Override
        public void writeSnapshot(DataOutputView out) throws IOException {
            out.writeUTF(type.getName());
        }

        @Override
        @SuppressWarnings("unchecked") // the name was written for a BinaryState by writeSnapshot
        public void readSnapshot(int readVersion, DataInputView in, ClassLoader userCodeClassLoader)
                throws IOException {
            String name = in.readUTF();
            try {
                type = (Class<T>) Class.forName(name, false, userCodeClassLoader);
            } catch (ClassNotFoundException e) {
                throw new IOException("need state class " + name + " to restore, was not there", e);
            }
        }

        @Override
        public TypeSerializer<T> restoreSerializer() {
            return new BinaryStateSerializer<>(type);
        }

        @Override
        public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
                TypeSerializerSnapshot<T> oldSnapshot) {
            return oldSnapshot instanceof Snapshot<T> old && old.type == type
                    ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                    : TypeSerializerSchemaCompatibility.incompatible();
        }
    }
}

package io.huihui.connectors.stream;

import io.huihui.models.decision.DeadLetter;
import io.huihui.models.serialization.ImmutableSerializer;

import org.apache.flink.api.common.typeutils.CompositeTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

import java.io.IOException;

/**
 * Serializer of {@link Decoded}. Source and splitter are chained, so in practice nothing is ever
 * written; both kinds of content are immutable, so the chain passes the object on without a copy.
 */
public final class DecodedSerializer<T> extends ImmutableSerializer<Decoded<T>> {

    private static final long serialVersionUID = 1L;

    private final TypeSerializer<T> value;

    DecodedSerializer(TypeSerializer<T> value) {
        this.value = value;
    }

    @Override
    public DecodedSerializer<T> duplicate() {
        return new DecodedSerializer<>(value.duplicate());
    }

    @Override
    public void serialize(Decoded<T> decoded, DataOutputView target) throws IOException {
        target.writeBoolean(decoded.value() != null);
        if (decoded.value() != null) {
            target.writeLong(decoded.eventTimeMillis());
            target.writeLong(decoded.knownMillis());
            value.serialize(decoded.value(), target);
        } else {
            DeadLetter letter = decoded.deadLetter();
            StringValue.writeString(letter.topic(), target);
            target.writeInt(letter.partition());
            target.writeLong(letter.offset());
            StringValue.writeString(letter.reason(), target);
            StringValue.writeString(letter.payload(), target);
        }
    }

    @Override
    public Decoded<T> deserialize(DataInputView source) throws IOException {
        if (source.readBoolean()) {
            long eventTimeMillis = source.readLong();
            long knownMillis = source.readLong();
            return Decoded.of(value.deserialize(source), eventTimeMillis).knownAt(knownMillis);
        }
        return Decoded.dead(
                new DeadLetter(
                        StringValue.readString(source),
                        source.readInt(),
                        source.readLong(),
                        StringValue.readString(source),
                        StringValue.readString(source)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DecodedSerializer<?> serializer && value.equals(serializer.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode() + 1;
    }

    @Override
    public TypeSerializerSnapshot<Decoded<T>> snapshotConfiguration() {
        return new Snapshot<>(this);
    }

    /** Snapshot of this serializer. */
    public static final class Snapshot<T>
            extends CompositeTypeSerializerSnapshot<Decoded<T>, DecodedSerializer<T>> {

        private static final int VERSION = 1;

        /** For restoring. */
        public Snapshot() {}

        Snapshot(DecodedSerializer<T> serializer) {
            super(serializer);
        }

        @Override
        protected int getCurrentOuterSnapshotVersion() {
            return VERSION;
        }

        @Override
        protected TypeSerializer<?>[] getNestedSerializers(DecodedSerializer<T> outer) {
            return new TypeSerializer<?>[] {outer.value};
        }

        @Override
        @SuppressWarnings("unchecked") // The one nested serializer is that of the value.
        protected DecodedSerializer<T> createOuterSerializerWithNestedSerializers(
                TypeSerializer<?>[] nested) {
            return new DecodedSerializer<>((TypeSerializer<T>) nested[0]);
        }
    }
}

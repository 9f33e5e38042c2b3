package io.huihui.models.serialization;

import io.huihui.models.feature.FeatureVector;

import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Stores a {@link FeatureVector}; one written when there were fewer features can still be read. */
public final class FeatureVectorSerializer extends TypeSerializerSingleton<FeatureVector> {

    private static final long serialVersionUID = 1L;

    public static final FeatureVectorSerializer INSTANCE = new FeatureVectorSerializer();

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public FeatureVector createInstance() {
        return new FeatureVector.Builder().build();
    }

    @Override
    public FeatureVector copy(FeatureVector from) {
        return from;
    }

    @Override
    public FeatureVector copy(FeatureVector from, FeatureVector reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(FeatureVector vector, DataOutputView target) throws IOException {
        vector.writeTo(target);
    }

    @Override
    public FeatureVector deserialize(DataInputView source) throws IOException {
        return FeatureVector.readFrom(source);
    }

    @Override
    public FeatureVector deserialize(FeatureVector reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public TypeSerializerSnapshot<FeatureVector> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Snapshot of this serializer. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<FeatureVector> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}

package io.huihui.models.serialization;

import io.huihui.models.feature.FeatureVector;

import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Stores a {@link FeatureVector}; one written when there were fewer features can still be read. */
public final class FeatureVectorSerializer extends ImmutableSerializer<FeatureVector> {

    private static final long serialVersionUID = 1L;

    public static final FeatureVectorSerializer INSTANCE = new FeatureVectorSerializer();

    @Override
    public FeatureVector createInstance() {
        return new FeatureVector.Builder().build();
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

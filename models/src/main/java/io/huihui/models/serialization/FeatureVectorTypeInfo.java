package io.huihui.models.serialization;

import io.huihui.models.feature.FeatureVector;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Type information of a {@link FeatureVector}. */
public final class FeatureVectorTypeInfo extends OpaqueTypeInfo<FeatureVector> {

    private static final long serialVersionUID = 1L;

    public FeatureVectorTypeInfo() {
        super(FeatureVector.class);
    }

    @Override
    public TypeSerializer<FeatureVector> createSerializer(SerializerConfig config) {
        return FeatureVectorSerializer.INSTANCE;
    }
}

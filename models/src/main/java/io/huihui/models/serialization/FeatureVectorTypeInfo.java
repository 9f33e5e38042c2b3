package io.huihui.models.serialization;

import io.huihui.models.feature.FeatureVector;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Type information of a {@link FeatureVector}. */
public final class FeatureVectorTypeInfo extends TypeInformation<FeatureVector> {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<FeatureVector> getTypeClass() {
        return FeatureVector.class;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<FeatureVector> createSerializer(SerializerConfig config) {
        return FeatureVectorSerializer.INSTANCE;
    }

    @Override
    public String toString() {
        return "FeatureVector";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureVectorTypeInfo;
    }

    @Override
    public int hashCode() {
        return FeatureVectorTypeInfo.class.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof FeatureVectorTypeInfo;
    }
}

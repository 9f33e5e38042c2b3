package io.huihui.models.serialization;

import io.huihui.models.feature.FeatureVector;

import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

import java.lang.reflect.Type;
import java.util.Map;

/** Tells Flink how to store a {@link FeatureVector} inside a record. */
public final class FeatureVectorTypeInfoFactory extends TypeInfoFactory<FeatureVector> {

    @Override
    public TypeInformation<FeatureVector> createTypeInfo(
            Type type, Map<String, TypeInformation<?>> genericParameters) {
        return new FeatureVectorTypeInfo();
    }
}

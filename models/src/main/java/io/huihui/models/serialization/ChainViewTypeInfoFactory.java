package io.huihui.models.serialization;

import io.huihui.models.feature.ChainView;

import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

import java.lang.reflect.Type;
import java.util.Map;

/** Tells Flink how to store a {@link ChainView} inside a record. */
public final class ChainViewTypeInfoFactory extends TypeInfoFactory<ChainView> {

    @Override
    public TypeInformation<ChainView> createTypeInfo(
            Type type, Map<String, TypeInformation<?>> genericParameters) {
        return new BinaryStateTypeInfo<>(ChainView.class);
    }
}

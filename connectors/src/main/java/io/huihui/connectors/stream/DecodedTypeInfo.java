package io.huihui.connectors.stream;

import io.huihui.models.serialization.OpaqueTypeInfo;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Type information of {@link Decoded} over that of its record. */
public final class DecodedTypeInfo<T> extends OpaqueTypeInfo<Decoded<T>> {

    private static final long serialVersionUID = 1L;

    private final TypeInformation<T> value;

    @SuppressWarnings("unchecked") // A generic class has only its raw class object.
    public DecodedTypeInfo(TypeInformation<T> value) {
        super((Class<Decoded<T>>) (Class<?>) Decoded.class);
        this.value = value;
    }

    @Override
    public TypeSerializer<Decoded<T>> createSerializer(SerializerConfig config) {
        return new DecodedSerializer<>(value.createSerializer(config));
    }

    @Override
    public String toString() {
        return "Decoded<" + value + ">";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DecodedTypeInfo<?> info && value.equals(info.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode() + 1;
    }
}

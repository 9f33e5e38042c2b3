package io.huihui.connectors.stream;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Type information of {@link Decoded} over that of its record. */
public final class DecodedTypeInfo<T> extends TypeInformation<Decoded<T>> {

    private static final long serialVersionUID = 1L;

    private final TypeInformation<T> value;

    public DecodedTypeInfo(TypeInformation<T> value) {
        this.value = value;
    }

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
    @SuppressWarnings("unchecked") // A generic class has only its raw class object.
    public Class<Decoded<T>> getTypeClass() {
        return (Class<Decoded<T>>) (Class<?>) Decoded.class;
    }

    @Override
    public boolean isKeyType() {
        return false;
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

    @Override
    public boolean canEqual(Object other) {
        return other instanceof DecodedTypeInfo<?>;
    }
}

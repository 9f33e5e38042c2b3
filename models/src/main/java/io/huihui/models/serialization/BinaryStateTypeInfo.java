package io.huihui.models.serialization;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Type information of a {@link BinaryState}, for state descriptors. */
public final class BinaryStateTypeInfo<T extends BinaryState> extends OpaqueTypeInfo<T> {

    private static final long serialVersionUID = 1L;

    public BinaryStateTypeInfo(Class<T> type) {
        super(type);
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new BinaryStateSerializer<>(getTypeClass());
    }

    @Override
    public String toString() {
        return "BinaryState<" + super.toString() + ">";
    }
}

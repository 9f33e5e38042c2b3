package io.huihui.connectors.postgres;

import io.huihui.models.serialization.OpaqueTypeInfo;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Type information of {@link EncodedRows}. */
final class EncodedRowsTypeInfo extends OpaqueTypeInfo<EncodedRows> {

    private static final long serialVersionUID = 1L;

    static final EncodedRowsTypeInfo INSTANCE = new EncodedRowsTypeInfo();

    private EncodedRowsTypeInfo() {
        super(EncodedRows.class);
    }

    @Override
    public TypeSerializer<EncodedRows> createSerializer(SerializerConfig config) {
        return EncodedRowsSerializer.INSTANCE;
    }
}

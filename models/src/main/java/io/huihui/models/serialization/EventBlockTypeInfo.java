package io.huihui.models.serialization;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Type information of an {@link EventBlock}. */
public final class EventBlockTypeInfo extends OpaqueTypeInfo<EventBlock> {

    private static final long serialVersionUID = 1L;

    public static final EventBlockTypeInfo INSTANCE = new EventBlockTypeInfo();

    private EventBlockTypeInfo() {
        super(EventBlock.class);
    }

    @Override
    public TypeSerializer<EventBlock> createSerializer(SerializerConfig config) {
        return EventBlockSerializer.INSTANCE;
    }
}

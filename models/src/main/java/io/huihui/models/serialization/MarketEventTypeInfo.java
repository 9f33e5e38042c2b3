package io.huihui.models.serialization;

import io.huihui.models.event.MarketEvent;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Type information of a stream or list of {@link MarketEvent}. */
public final class MarketEventTypeInfo extends OpaqueTypeInfo<MarketEvent> {

    private static final long serialVersionUID = 1L;

    public static final MarketEventTypeInfo INSTANCE = new MarketEventTypeInfo();

    private MarketEventTypeInfo() {
        super(MarketEvent.class);
    }

    @Override
    public TypeSerializer<MarketEvent> createSerializer(SerializerConfig config) {
        return new MarketEventSerializer();
    }
}

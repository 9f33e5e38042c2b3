package io.huihui.connectors.stream;

import io.huihui.connectors.topic.Topic;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.serialization.MarketEventTypeInfo;

import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Flink's type information of the records of a topic. */
public final class RecordTypes {

    private RecordTypes() {}

    /** Returns the type of market events. */
    public static TypeInformation<MarketEvent> market() {
        return MarketEventTypeInfo.INSTANCE;
    }

    /** Returns the type of a topic's records; never one that would need Kryo. */
    @SuppressWarnings("unchecked") // The class has just been compared.
    public static <T> TypeInformation<T> of(Topic<T> topic) {
        if (topic.recordClass() == MarketEvent.class) {
            return (TypeInformation<T>) MarketEventTypeInfo.INSTANCE;
        }
        return TypeInformation.of(topic.recordClass());
    }
}

package io.huihui.benchmarks.pipeline;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.nio.charset.StandardCharsets;

/** Takes key and bytes of a message as they are. */
final class RawRecords implements KafkaRecordDeserializationSchema<Tuple2<String, byte[]>> {

    private static final long serialVersionUID = 1L;

    static final TypeInformation<Tuple2<String, byte[]>> TYPE =
            Types.TUPLE(Types.STRING, Types.PRIMITIVE_ARRAY(Types.BYTE));

    @Override
    public void deserialize(
            ConsumerRecord<byte[], byte[]> message, Collector<Tuple2<String, byte[]>> out) {
        out.collect(Tuple2.of(new String(message.key(), StandardCharsets.UTF_8), message.value()));
    }

    @Override
    public TypeInformation<Tuple2<String, byte[]>> getProducedType() {
        return TYPE;
    }
}

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** First version: in => keyBy(line) => how often it was seen so far => out. */
public final class CountJob {

    public record Seen(long count) {}

    public static void main(String[] arguments) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        KafkaSource<String> in =
                KafkaSource.<String>builder()
                        .setBootstrapServers(arguments[0])
                        .setTopics("in")
                        .setGroupId("count-job")
                        .setStartingOffsets(OffsetsInitializer.earliest())
                        .setValueOnlyDeserializer(new SimpleStringSchema())
                        .build();
        DataStream<String> counted =
                env.fromSource(in, WatermarkStrategy.noWatermarks(), "in")
                        .uid("in")
                        .keyBy(line -> line)
                        .process(new Count())
                        .uid("count");
        counted.sinkTo(
                        KafkaSink.<String>builder()
                                .setBootstrapServers(arguments[0])
                                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                                .setTransactionalIdPrefix("count-job")
                                .setProperty("transaction.timeout.ms", "120000")
                                .setRecordSerializer(
                                        KafkaRecordSerializationSchema.<String>builder()
                                                .setTopic("out")
                                                .setValueSerializationSchema(
                                                        new SimpleStringSchema())
                                                .build())
                                .build())
                .uid("out");
        env.execute("count v1");
    }

    public static final class Count extends KeyedProcessFunction<String, String, String> {
        private transient ValueState<Seen> seen;

        @Override
        public void open(OpenContext context) {
            seen =
                    getRuntimeContext()
                            .getState(new ValueStateDescriptor<>("seen", Seen.class));
        }

        @Override
        public void processElement(String line, Context context, Collector<String> out)
                throws Exception {
            Seen before = seen.value();
            Seen now = new Seen(before == null ? 1 : before.count() + 1);
            seen.update(now);
            out.collect(line + "," + now.count());
        }
    }
}

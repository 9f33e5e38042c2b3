package io.huihui.jobs;

import io.huihui.connectors.kafka.KafkaSinks;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.jobs.config.ConfigFile;
import io.huihui.jobs.config.JobConfig;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.graph.Facts;
import io.huihui.models.serialization.BinaryStateTypeInfo;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * A later release of the main job: one more operator, which counts the snapshots of each symbol and
 * writes the counts to topic "audit". With job name "broken" it throws as it starts.
 */
public final class MainJobWithAudit {

    public static void main(String[] args) throws Exception {
        MainArguments arguments = MainArguments.parse(args);
        JobConfig config =
                ConfigFile.read(JobConfig.defaults(), arguments.config(), arguments.settings());
        StreamExecutionEnvironment environment = Environments.strict(new Configuration());
        Inputs inputs = KafkaInputs.attach(environment, config);
        Outputs live = new LiveOutputs(config.kafka(), Stores.of(config));
        MainJob.define(inputs, new AuditedOutputs(live, config), config);
        environment.execute(config.job());
    }

    private record AuditedOutputs(Outputs live, JobConfig config) implements Outputs {

        @Override
        @SuppressWarnings("unchecked") // the topic of the features carries snapshots
        public <T> void write(Topic<T> topic, DataStream<T> records) {
            live.write(topic, records);
            if (topic == (Topic<?>) Topics.FEATURES) {
                audit((DataStream<FeatureSnapshot>) records);
            }
        }

        @Override
        public <T> void write(Topic<T> topic, DataStream<T> awaited, DataStream<T> others) {
            live.write(topic, awaited, others);
        }

        @Override
        public boolean hasGraph() {
            return live.hasGraph();
        }

        @Override
        public void link(DataStream<Facts> facts) {
            live.link(facts);
        }

        @Override
        public void end() {
            live.end();
        }

        private void audit(DataStream<FeatureSnapshot> features) {
            features.keyBy(snapshot -> snapshot.id().symbol(), Types.STRING)
                    .process(new Audit(config.job().equals("broken")), Types.STRING)
                    .uid("audit")
                    .sinkTo(
                            KafkaSink.<String>builder()
                                    .setBootstrapServers(config.kafka().bootstrapServers())
                                    .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                                    .setTransactionalIdPrefix("audit")
                                    .setProperty("transaction.timeout.ms", "120000")
                                    .setRecordSerializer(
                                            KafkaRecordSerializationSchema.<String>builder()
                                                    .setTopic("audit")
                                                    .setValueSerializationSchema(
                                                            new SimpleStringSchema())
                                                    .build())
                                    .build())
                    .uid(KafkaSinks.UID_PREFIX + "audit");
        }
    }

    public static final class Audit extends KeyedProcessFunction<String, FeatureSnapshot, String> {

        private final boolean broken;
        private transient ValueState<AuditTally> tally;

        Audit(boolean broken) {
            this.broken = broken;
        }

        @Override
        public void open(OpenContext context) {
            if (broken) {
                throw new IllegalStateException("a bug of the new version");
            }
            tally =
                    getRuntimeContext()
                            .getState(
                                    new ValueStateDescriptor<>(
                                            "audit-tally",
                                            new BinaryStateTypeInfo<>(AuditTally.class)));
        }

        @Override
        public void processElement(FeatureSnapshot snapshot, Context context, Collector<String> out)
                throws Exception {
            AuditTally now = tally.value() == null ? new AuditTally() : tally.value();
            out.collect(snapshot.id().symbol() + "," + now.add(snapshot));
            tally.update(now);
        }
    }
}

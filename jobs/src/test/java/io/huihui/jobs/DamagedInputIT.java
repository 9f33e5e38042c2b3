package io.huihui.jobs;

import io.huihui.connectors.codec.MutatedRecords;
import io.huihui.connectors.codec.MutatedRecords.Message;
import io.huihui.connectors.codec.RecordCodec;
import io.huihui.connectors.kafka.KafkaConfig;
import io.huihui.connectors.kafka.KafkaFeeder;
import io.huihui.connectors.kafka.KafkaSourceConfig;
import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.connectors.kafka.StartFrom;
import io.huihui.connectors.kafka.WrittenRecords;
import io.huihui.connectors.topic.Topics;
import io.huihui.jobs.config.ConfigFile;
import io.huihui.jobs.config.JobConfig;
import io.huihui.models.decision.DeadLetter;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.simulator.Dirt;
import io.huihui.simulator.SimulationConfig;
import io.huihui.stack.KafkaServer;

import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

/** More than 10,000 damaged messages between good ones, through the whole job on a real broker. */
class DamagedInputIT {

    private static final int PARTITIONS = 2;
    private static final int MINUTES = 2;

    /** Half of them are good neighbours of their own and are left out here. */
    private static final int CORPUS = 26_000;

    @TempDir Path folder;

    @Test
    void everyDamagedMessageIsADeadLetterAndItsNeighboursComeOutUnchanged() throws Exception {
        SimulationConfig market = SimulationConfig.of(5, 1, 2).withDirt(Dirt.none());
        try (KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"))) {
            String servers = kafka.bootstrapServers();
            KafkaTopics.ensure(servers, PARTITIONS);
            feed(servers, market);
            run(servers);
            Map<String, FeatureSnapshot> clean = features(servers);

            Map<String, Message> damaged = damage(servers);
            run(servers);

            assertThat(damaged).hasSizeGreaterThan(10_000);
            assertThat(clean).hasSizeGreaterThan(MINUTES * 60);
            assertThat(features(servers)).isEqualTo(clean);
            assertDeadLetters(deadLetters(servers), damaged);
        }
    }

    private static void feed(String servers, SimulationConfig market) {
        try (KafkaFeeder feeder = new KafkaFeeder(servers)) {
            SimulatedTape.play(market, MINUTES, feeder::send);
            feeder.flush();
        }
    }

    /** Sends the damaged messages and returns them by the place that Kafka gave them. */
    private static Map<String, Message> damage(String servers) throws Exception {
        Properties properties = new Properties();
        properties.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        Map<String, Message> places = new HashMap<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Message> messages =
                    MutatedRecords.corpus(CORPUS, 3).stream()
                            .filter(message -> !message.damage().isDecodable())
                            .toList();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Message message : messages) {
                sent.add(
                        producer.send(
                                new ProducerRecord<>(message.topic().name(), message.bytes())));
            }
            for (int i = 0; i < messages.size(); i++) {
                RecordMetadata at = sent.get(i).get();
                places.put(place(at.topic(), at.partition(), at.offset()), messages.get(i));
            }
        }
        return places;
    }

    private void run(String servers) throws Exception {
        KafkaConfig kafka =
                KafkaConfig.at(servers)
                        .with(
                                new KafkaSourceConfig(
                                        "it", StartFrom.EARLIEST, true, 200, 60_000, 0, List.of()));
        JobConfig defaults = ConfigFile.read(JobConfig.defaults(), null, List.of()).forReplay();
        JobConfig config = defaults.at("it", kafka);
        Configuration configuration = new Configuration();
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, 2);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
        StreamExecutionEnvironment environment = Environments.strict(configuration);
        MainJob.define(
                KafkaInputs.attach(environment, config),
                new LiveOutputs(kafka, Stores.none()),
                config);
        environment.execute("damaged input");
    }

    private static void assertDeadLetters(List<DeadLetter> letters, Map<String, Message> damaged) {
        assertThat(letters).hasSameSizeAs(damaged.keySet());
        for (DeadLetter letter : letters) {
            Message message =
                    damaged.get(place(letter.topic(), letter.partition(), letter.offset()));
            assertThat(message).as(letter.toString()).isNotNull();
            assertThat(Base64.getDecoder().decode(letter.payload())).isEqualTo(message.bytes());
            assertThat(letter.reason()).as(message.damage().name()).startsWith("need ");
        }
    }

    private static String place(String topic, int partition, long offset) {
        return topic + "/" + partition + "/" + offset;
    }

    /** Features by id; a second run must have written the same record under the same id. */
    private static Map<String, FeatureSnapshot> features(String servers) throws Exception {
        RecordCodec<FeatureSnapshot> codec = Topics.FEATURES.newCodec();
        Map<String, FeatureSnapshot> features = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> message :
                WrittenRecords.of(servers, Topics.FEATURES.name())) {
            FeatureSnapshot snapshot = codec.decode(message.value());
            FeatureSnapshot before = features.put(Topics.FEATURES.idOf(snapshot), snapshot);
            assertThat(before == null || before.equals(snapshot)).isTrue();
        }
        return features;
    }

    private static List<DeadLetter> deadLetters(String servers) throws Exception {
        RecordCodec<DeadLetter> codec = Topics.DEAD_LETTERS.newCodec();
        List<DeadLetter> letters = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> message :
                WrittenRecords.of(servers, Topics.DEAD_LETTERS.name())) {
            letters.add(codec.decode(message.value()));
        }
        return letters;
    }
}

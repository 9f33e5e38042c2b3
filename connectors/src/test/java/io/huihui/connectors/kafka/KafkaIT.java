package io.huihui.connectors.kafka;

import io.huihui.connectors.codec.RecordCodec;
import io.huihui.connectors.codec.SampleRecords;
import io.huihui.connectors.stream.Decoded;
import io.huihui.connectors.stream.RecordTypes;
import io.huihui.connectors.stream.SourceOutput;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.decision.DeadLetter;
import io.huihui.models.event.MarketEvent;
import io.huihui.stack.KafkaServer;

import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A real broker: events and rubbish in, events and dead letters out, in both ways of delivery. */
class KafkaIT {

    private static final int PARTITIONS = 2;
    private static final int EVENTS = 500;

    /** A dead letter must fit even when what it quotes is as long as the broker takes. */
    private static final int LONG_RUBBISH = 1_000_000;

    @TempDir Path folder;

    @Test
    void goodRecordsAndDeadLettersComeOutInBothWaysOfDelivery() throws Exception {
        try (KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"))) {
            String servers = kafka.bootstrapServers();
            KafkaTopics.ensure(servers, PARTITIONS);
            KafkaTopics.ensure(servers, PARTITIONS);
            Map<String, MarketEvent> sent = feed(servers);
            feedRubbish(servers, new byte[] {1, 2, 3});
            feedRubbish(servers, new byte[LONG_RUBBISH]);

            run(servers, Delivery.AT_LEAST_ONCE);
            List<ConsumerRecord<byte[], byte[]>> first =
                    WrittenRecords.of(servers, Topics.LATE.name());
            List<ConsumerRecord<byte[], byte[]>> dead =
                    WrittenRecords.of(servers, Topics.DEAD_LETTERS.name());

            assertThat(byId(first)).isEqualTo(sent);
            assertThat(first).hasSize(sent.size());
            assertDeadLetters(dead);

            run(servers, Delivery.EXACTLY_ONCE);
            List<ConsumerRecord<byte[], byte[]>> both =
                    WrittenRecords.of(servers, Topics.LATE.name());

            assertThat(both).hasSize(2 * sent.size());
            assertThat(byId(both)).as("ids of both runs are the same").isEqualTo(sent);
        }
    }

    /**
     * Flink makes consumers and watermarks on one thread; an update that does not is found here.
     */
    @Test
    void watermarksOfATaskSeeHowOftenKafkaHasAnsweredItsConsumer() throws Exception {
        try (KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"))) {
            String servers = kafka.bootstrapServers();
            KafkaTopics.ensure(servers, 1);
            feed(servers);
            StreamExecutionEnvironment environment =
                    StreamExecutionEnvironment.createLocalEnvironment(
                            2, StrictJobs.configuration());
            environment
                    .fromSource(
                            KafkaSources.source(
                                    List.of(Topics.TRADES.name()),
                                    RecordTypes.market(),
                                    config(servers, Delivery.AT_LEAST_ONCE)),
                            WatermarkStrategy.<Decoded<MarketEvent>>forGenerator(
                                    context -> new SeenAnswers<>()),
                            "trades")
                    .uid("trades")
                    .sinkTo(new DiscardingSink<>())
                    .uid("nowhere");
            environment.execute();
        }

        assertThat(SeenAnswers.AT_EVENTS).isNotEmpty().allMatch(answers -> answers > 0);
        assertThat(FetchAnswers.ofThisTask()).as("no consumer of this thread").isEqualTo(-1);
    }

    private static final class SeenAnswers<T> implements WatermarkGenerator<T> {
        static final Queue<Long> AT_EVENTS = new ConcurrentLinkedQueue<>();

        @Override
        public void onEvent(T event, long timestamp, WatermarkOutput output) {
            AT_EVENTS.add(FetchAnswers.ofThisTask());
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }

    @Test
    void anAbsentBrokerIsNamedInOneSentence() {
        assertThatThrownBy(() -> KafkaTopics.ensure("127.0.0.1:1", 1))
                .isInstanceOf(KafkaUnavailableException.class)
                .hasMessageStartingWith("need Kafka at 127.0.0.1:1, was not usable");
    }

    private static Map<String, MarketEvent> feed(String servers) {
        Map<String, MarketEvent> sent = new HashMap<>();
        try (KafkaFeeder feeder = new KafkaFeeder(servers)) {
            for (int seed = 0; seed < EVENTS; seed++) {
                MarketEvent event = SampleRecords.event(seed);
                sent.put(Topics.LATE.idOf(event), event);
                feeder.send(event);
            }
            feeder.flush();
        }
        return sent;
    }

    private static void feedRubbish(String servers, byte[] rubbish) throws Exception {
        Properties properties = new Properties();
        properties.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.QUOTES.name(), 1, null, rubbish)).get();
        }
    }

    private static KafkaConfig config(String servers, Delivery delivery) {
        KafkaConfig defaults = KafkaConfig.at(servers);
        KafkaSourceConfig source =
                new KafkaSourceConfig("it", StartFrom.EARLIEST, true, 200, 1_000, 0, List.of());
        return defaults.with(source).with(defaults.sink().with(delivery));
    }

    private static void run(String servers, Delivery delivery) throws Exception {
        KafkaConfig config = config(servers, delivery);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(2, StrictJobs.configuration());
        SourceOutput<MarketEvent> market = KafkaSources.attachMarket(environment, config);
        KafkaSinks.attach(market.records(), Topics.LATE, config);
        KafkaSinks.attach(market.deadLetters(), Topics.DEAD_LETTERS, config);
        environment.execute();
    }

    private static void assertDeadLetters(List<ConsumerRecord<byte[], byte[]>> messages)
            throws Exception {
        RecordCodec<DeadLetter> codec = Topics.DEAD_LETTERS.newCodec();
        List<DeadLetter> letters = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            letters.add(codec.decode(message.value()));
        }
        assertThat(letters).hasSize(2);
        assertThat(letters).allMatch(letter -> letter.topic().equals("huihui.quotes"));
        assertThat(letters).allMatch(letter -> letter.partition() == 1);
        assertThat(letters).allMatch(letter -> letter.reason().startsWith("need "));
        assertThat(letters)
                .extracting(letter -> Base64.getDecoder().decode(letter.payload()).length)
                .containsExactlyInAnyOrder(3, LONG_RUBBISH);
        assertThat(WrittenRecords.id(messages.get(0))).startsWith("huihui.quotes/1/");
    }

    private static Map<String, MarketEvent> byId(List<ConsumerRecord<byte[], byte[]>> messages)
            throws Exception {
        RecordCodec<MarketEvent> codec = Topics.LATE.newCodec();
        Map<String, MarketEvent> events = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            MarketEvent event = codec.decode(message.value());
            assertThat(new String(message.key(), StandardCharsets.UTF_8)).isEqualTo(event.symbol());
            events.put(WrittenRecords.id(message), event);
        }
        return events;
    }
}

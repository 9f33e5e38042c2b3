package io.huihui.cli;

import io.huihui.connectors.codec.RecordCodec;
import io.huihui.connectors.codec.RecordJson;
import io.huihui.connectors.codec.UndecodableException;
import io.huihui.connectors.kafka.BrokerAddresses;
import io.huihui.connectors.kafka.TopicPartitions;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;

/** Prints the records of a topic as lines of JSON. */
@Command(
        name = "tail",
        description = "Prints the records of a topic as lines of JSON, until stopped.",
        mixinStandardHelpOptions = true)
final class Tail implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "TOPIC",
            description = "With or without the prefix huihui., e.g. directives.")
    private String topic;

    @Mixin private BrokerOptions broker;

    @Option(
            names = "--from-beginning",
            description = "Print what is there already, too (default: only what comes).")
    private boolean fromBeginning;

    @Option(
            names = "--count",
            defaultValue = "9223372036854775807",
            description = "End after so many records.")
    private long count;

    @Override
    public Integer call() throws InterruptedException {
        Topic<?> known = known();
        String address = broker.address();
        BrokerAddresses.awaitListener(address);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        config(address),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            print(known, consumer);
            return ExitCodes.DONE;
        } catch (KafkaException e) {
            throw new UserError(
                    "need a Kafka broker at " + address + ", was no answer: " + e.getMessage(), e);
        }
    }

    private Topic<?> known() {
        try {
            return Topics.named(topic);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    private <T> void print(Topic<T> known, KafkaConsumer<byte[], byte[]> consumer) {
        assign(known, consumer);
        RecordCodec<T> codec = known.newCodec();
        RecordJson<T> json = known.newJson();
        PrintWriter out = spec.commandLine().getOut();
        long printed = 0;
        while (printed < count) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (printed++ == count) {
                    return;
                }
                out.println(line(codec, json, record));
            }
            out.flush();
        }
    }

    private void assign(Topic<?> known, KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> all = TopicPartitions.assignAll(consumer, List.of(known.name()));
        if (all.isEmpty()) {
            throw new UserError("need topic " + known.name() + ", was not on that broker");
        }
        if (fromBeginning) {
            consumer.seekToBeginning(all);
        } else {
            consumer.seekToEnd(all);
        }
    }

    /** What cannot be decoded is shown as such; the job has made a dead letter of it. */
    private static <T> String line(
            RecordCodec<T> codec, RecordJson<T> json, ConsumerRecord<byte[], byte[]> record) {
        try {
            return json.line(codec.decode(record.value()));
        } catch (UndecodableException e) {
            return "{\"undecodable\":\""
                    + record.topic()
                    + "-"
                    + record.partition()
                    + " offset "
                    + record.offset()
                    + "\"}";
        }
    }

    private static Properties config(String address) {
        Properties config = new Properties();
        config.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, address);
        config.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.setProperty(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(ANSWER.toMillis()));
        return config;
    }
}

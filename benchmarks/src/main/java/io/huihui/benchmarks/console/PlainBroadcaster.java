package io.huihui.benchmarks.console;

import io.huihui.connectors.codec.RecordCodec;
import io.huihui.connectors.codec.RecordJson;
import io.huihui.connectors.codec.UndecodableException;
import io.huihui.connectors.kafka.TopicPartitions;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;

import io.javalin.Javalin;
import io.javalin.websocket.WsContext;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one writes who has no time: each record is rendered once and sent to every client at once,
 * as a message of its own. The same web server as the console's, in a JVM of its own; it ends when
 * its input does.
 */
final class PlainBroadcaster {

    private static final Duration POLL = Duration.ofMillis(50);

    private final Set<WsContext> clients = ConcurrentHashMap.newKeySet();
    private final Map<String, Channel<?>> channels = new HashMap<>();

    private PlainBroadcaster() {
        List.of(Topics.FEATURES, Topics.VERDICTS, Topics.DIRECTIVES, Topics.MARKET_STATES)
                .forEach(topic -> channels.put(topic.name(), new Channel<>(topic)));
    }

    /** How records of a topic are read and said. */
    private static final class Channel<T> {
        private final Topic<T> topic;
        private final RecordCodec<T> codec;
        private final RecordJson<T> json;

        private Channel(Topic<T> topic) {
            this.topic = topic;
            this.codec = topic.newCodec();
            this.json = topic.newJson();
        }

        private String line(byte[] bytes) throws UndecodableException {
            T value = codec.decode(bytes);
            return "{\"topic\":\""
                    + topic.shortName()
                    + "\",\"key\":\""
                    + topic.keyOf(value)
                    + "\",\"record\":"
                    + json.line(value)
                    + "}";
        }
    }

    /** Serves until its input ends: {@code PlainBroadcaster HOST:PORT}; says its port. */
    public static void main(String[] args) throws IOException {
        PlainBroadcaster broadcaster = new PlainBroadcaster();
        Thread reading = new Thread(() -> broadcaster.read(args[0]), "reader");
        reading.setDaemon(true);
        reading.start();
        Javalin server =
                Javalin.create(
                        config -> {
                            config.startup.showJavalinBanner = false;
                            config.routes.ws(
                                    "/live",
                                    socket -> {
                                        socket.onMessage(broadcaster.clients::add);
                                        socket.onClose(broadcaster.clients::remove);
                                        socket.onError(broadcaster.clients::remove);
                                    });
                        });
        System.out.println(server.start("127.0.0.1", 0).port());
        int end = System.in.read();
        while (end >= 0) {
            end = System.in.read();
        }
        System.exit(0);
    }

    private void read(String servers) {
        Properties config = new Properties();
        config.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        config.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartitions.assignAll(consumer, channels.keySet());
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    String line = channels.get(record.topic()).line(record.value());
                    clients.forEach(client -> client.send(line));
                }
            }
        } catch (UndecodableException e) {
            throw new IllegalStateException("need records of our own, was " + e.getMessage(), e);
        }
    }
}

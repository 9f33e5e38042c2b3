package io.huihui.console.market;

import io.huihui.connectors.codec.RecordCodec;
import io.huihui.connectors.codec.UndecodableException;
import io.huihui.connectors.topic.Topics;
import io.huihui.console.contract.LiveTopic;
import io.huihui.console.contract.LiveTopics;
import io.huihui.models.OutsideResults;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads the console's topics into a {@link Market}, in a thread of its own. It begins a bounded
 * number of records before the end, so that what is there is shown at once; it commits nothing and
 * belongs to no group. Without a broker it waits for one.
 */
public final class KafkaReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaReader.class);

    /** Of each partition, so that a start takes about a second. */
    private static final long BACKLOG = 500;

    /** Of features, whose last minutes are drawn. */
    private static final long BACKLOG_OF_FEATURES = 3_000;

    private static final Duration POLL = Duration.ofMillis(50);

    /** A broker that has not answered by then is away, and health says so. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Time between two looks for topics that were not there. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Market market;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Channel<?>> channels = new HashMap<>();
    private final Set<TopicPartition> known = new HashSet<>();
    private final Latencies sinceEvent = new Latencies();
    private final Latencies sinceKafka = new Latencies();
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong undecodable = new AtomicLong();
    private final Thread thread;
    private volatile boolean closing;
    private volatile String trouble = "not read yet";
    private volatile long readMillis;
    private long lookedNanos;

    /** A topic and the codec of this thread. */
    private static final class Channel<T> {
        private final LiveTopic<T> live;
        private final RecordCodec<T> codec;

        private Channel(LiveTopic<T> live) {
            this.live = live;
            this.codec = live.topic().newCodec();
        }

        /** Returns the event time of what was read. */
        private long read(byte[] bytes, Market market) throws UndecodableException {
            T value = codec.decode(bytes);
            market.accept(live, value);
            return live.topic().eventTimeMillisOf(value);
        }
    }

    private KafkaReader(String bootstrapServers, Market market) {
        this.market = market;
        LiveTopics.all().forEach(live -> channels.put(live.topic().name(), new Channel<>(live)));
        this.consumer =
                new KafkaConsumer<>(
                        config(bootstrapServers),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        this.thread = new Thread(this::run, "kafka-reader");
        this.thread.setDaemon(true);
    }

    /** Starts reading. */
    public static KafkaReader start(String bootstrapServers, Market market) {
        KafkaReader reader = new KafkaReader(bootstrapServers, market);
        reader.thread.start();
        return reader;
    }

    private void run() {
        try (consumer) {
            while (!closing) {
                try {
                    turn();
                } catch (WakeupException asked) {
                    return;
                } catch (KafkaException failed) {
                    trouble = "Kafka does not answer: " + failed.getMessage();
                    LOG.warn("{}", trouble);
                    pause();
                }
            }
        }
    }

    @OutsideResults("When to look for topics again, and how old what was read is.")
    private void turn() {
        if (known.isEmpty() || System.nanoTime() - lookedNanos > LOOK.toNanos()) {
            assign();
            lookedNanos = System.nanoTime();
        }
        if (known.isEmpty()) {
            trouble =
                    "the topics are not on this broker yet; the main job or ./huihui up makes them";
            pause();
            return;
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            take(record, System.currentTimeMillis());
        }
        readMillis = System.currentTimeMillis();
        trouble = "";
    }

    private void take(ConsumerRecord<byte[], byte[]> record, long nowMillis) {
        try {
            long eventTimeMillis = channels.get(record.topic()).read(record.value(), market);
            records.incrementAndGet();
            sinceKafka.add(nowMillis - record.timestamp());
            if (eventTimeMillis > 0) {
                sinceEvent.add(nowMillis - eventTimeMillis);
            }
        } catch (UndecodableException e) {
            undecodable.incrementAndGet();
            LOG.warn(
                    "{}-{} offset {}: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }

    /** Adds the partitions that are new: those of the first look near their end. */
    private void assign() {
        List<TopicPartition> found = new ArrayList<>();
        for (Map.Entry<String, List<PartitionInfo>> topic : consumer.listTopics().entrySet()) {
            if (channels.containsKey(topic.getKey())) {
                topic.getValue()
                        .forEach(
                                one -> found.add(new TopicPartition(one.topic(), one.partition())));
            }
        }
        found.removeAll(known);
        if (found.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(found);
        Map<TopicPartition, Long> ends = consumer.endOffsets(found);
        known.addAll(found);
        consumer.assign(known);
        for (TopicPartition one : found) {
            consumer.seek(one, Math.max(begins.get(one), ends.get(one) - backlog(one)));
        }
    }

    private static long backlog(TopicPartition partition) {
        return partition.topic().equals(Topics.FEATURES.name()) ? BACKLOG_OF_FEATURES : BACKLOG;
    }

    private void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing = true;
        }
    }

    /** Returns why nothing is read, in a sentence; empty when it is. */
    public String trouble() {
        return trouble;
    }

    /** Returns when Kafka was last asked for more, by this machine's clock; 0 before. */
    public long readMillis() {
        return readMillis;
    }

    public long records() {
        return records.get();
    }

    public long undecodable() {
        return undecodable.get();
    }

    /** Returns how long after their event time records were here. */
    public Latencies sinceEvent() {
        return sinceEvent;
    }

    /** Returns how long after Kafka took them records were here. */
    public Latencies sinceKafka() {
        return sinceKafka;
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Properties config(String bootstrapServers) {
        Properties config = new Properties();
        config.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.setProperty(ConsumerConfig.CLIENT_ID_CONFIG, "huihui-console");
        config.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        config.setProperty(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(PATIENCE.toMillis()));
        return config;
    }
}

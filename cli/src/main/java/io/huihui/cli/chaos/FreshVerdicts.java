package io.huihui.cli.chaos;

import io.huihui.connectors.kafka.TopicPartitions;
import io.huihui.connectors.kafka.WrittenRecords;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.OutsideResults;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * Reads verdicts as they come, and knows the newest second anybody could see and how long none was
 * newer.
 */
final class FreshVerdicts implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);

    private final String servers;
    private final Thread thread;
    private final Silence silence = new Silence();
    private volatile boolean ending;
    private final Map<String, Long> bySymbol = new HashMap<>();
    private long newest = Long.MIN_VALUE;
    private RuntimeException failure;

    FreshVerdicts(String servers) {
        this.servers = servers;
        this.thread = new Thread(this::run, "fresh-verdicts");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the end of the newest second with a verdict; the least number before the first. */
    synchronized long newest() {
        return newest;
    }

    /** Returns the end of the newest second for which every symbol that had one has a verdict. */
    synchronized long slowest() {
        return bySymbol.values().stream().mapToLong(Long::longValue).min().orElse(Long.MIN_VALUE);
    }

    /** Begins to measure silence. */
    @OutsideResults("Measures by the clock.")
    synchronized void beginSilence() {
        silence.begin(System.nanoTime());
    }

    /** Returns for how many seconds at most, since that began, no verdict was on a later second. */
    @OutsideResults("Measures by the clock.")
    synchronized double longestSilence() {
        return silence.longest(System.nanoTime()) / 1e9;
    }

    /**
     * Waits for a verdict on a later second than this one.
     *
     * @return whether one came in time
     */
    @OutsideResults("Waits by the clock.")
    synchronized boolean awaitLaterThan(long second, Duration patience)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (newest <= second && failure == null) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        if (failure != null) {
            throw failure;
        }
        return true;
    }

    private void run() {
        Properties properties = new Properties();
        properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        // A reader that waits for seconds after the broker is back would measure itself.
        properties.setProperty(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "100");
        properties.setProperty(ConsumerConfig.RECONNECT_BACKOFF_MS_CONFIG, "50");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.seekToBeginning(
                    TopicPartitions.assignAll(consumer, List.of(Topics.VERDICTS.name())));
            while (!ending) {
                consumer.poll(POLL).forEach(record -> saw(WrittenRecords.id(record)));
            }
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    @OutsideResults("Measures by the clock.")
    private synchronized void saw(String id) {
        int at = id.indexOf('@');
        long second = Long.parseLong(id.substring(at + 1, id.indexOf('/')));
        bySymbol.merge(id.substring(0, at), second, Math::max);
        if (second > newest) {
            newest = second;
            silence.heard(System.nanoTime());
            notifyAll();
        }
    }

    private synchronized void failed(RuntimeException e) {
        failure = e;
        notifyAll();
    }

    @Override
    public void close() throws InterruptedException {
        ending = true;
        thread.join();
    }
}

package io.huihui.benchmarks.pipeline;

import io.huihui.connectors.kafka.KafkaTopics;

import java.time.Duration;

/** Fresh topics of a bench. */
final class BenchTopics {

    private static final int PARTITIONS = 4;

    /**
     * A partition is listed a moment before its leader takes records. A producer that fills it in
     * that moment sees its first batch refused and the second taken, and then waits in vain for the
     * first: "out of order sequence".
     */
    private static final Duration SETTLE = Duration.ofSeconds(3);

    private BenchTopics() {}

    static void create(String bootstrapServers) throws InterruptedException {
        KafkaTopics.ensure(bootstrapServers, PARTITIONS);
        Thread.sleep(SETTLE.toMillis());
    }
}

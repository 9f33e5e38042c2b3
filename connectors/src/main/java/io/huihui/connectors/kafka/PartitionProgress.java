package io.huihui.connectors.kafka;

/**
 * State of {@link PartitionTimestamps}: how far a partition had been read.
 *
 * @param records read of it so far; of two states of a partition the one with more is the later
 * @param newestMillis as {@link PartitionTime#newest}
 * @param unconfirmedMillis as {@link PartitionTime#unconfirmed}
 */
public record PartitionProgress(
        String topic, int partition, long records, long newestMillis, long unconfirmedMillis) {}

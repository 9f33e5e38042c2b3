package io.huihui.connectors.kafka;

import io.huihui.models.Require;

/**
 * State of {@link PartitionTimestamps}: how far a partition had been read.
 *
 * @param records read of it so far; of two states of a partition the one with more is the later
 * @param newestMillis as {@link PartitionTime#newest}
 * @param unconfirmedMillis as {@link PartitionTime#unconfirmed}
 */
public record PartitionProgress(
        String topic, int partition, long records, long newestMillis, long unconfirmedMillis) {

    public PartitionProgress {
        Require.text("topic", topic);
        Require.that(partition >= 0, "partition >= 0", () -> "partition=" + partition);
        Require.that(records >= 0, "records >= 0", () -> "records=" + records);
    }
}

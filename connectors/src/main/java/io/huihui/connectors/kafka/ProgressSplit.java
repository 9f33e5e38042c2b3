package io.huihui.connectors.kafka;

import io.huihui.models.Require;

import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;

/**
 * A partition, and how far it was read: in offsets, and in event time. Wherever Flink puts the
 * partition after a restore, both go with it.
 */
record ProgressSplit(KafkaPartitionSplit partition, PartitionProgress progress)
        implements SourceSplit {

    ProgressSplit {
        Require.present("partition", partition);
        Require.present("progress", progress);
    }

    /** A partition of which nothing was read. */
    static ProgressSplit unread(KafkaPartitionSplit partition) {
        return new ProgressSplit(partition, PartitionProgress.NONE);
    }

    @Override
    public String splitId() {
        return partition.splitId();
    }
}

package io.huihui.connectors.kafka;

import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.apache.flink.core.io.SimpleVersionedSerialization;
import org.apache.flink.core.io.SimpleVersionedSerializer;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Version 1: progress (two longs), then the partition in the connector's own bytes behind their
 * version. Version 0: those bytes alone, as savepoints have them that the connector's own source
 * wrote; such a partition has no progress.
 */
final class ProgressSplitSerializer implements SimpleVersionedSerializer<ProgressSplit> {

    private static final int VERSION = 1;
    private static final int CONNECTORS_OWN = 0;

    private final KafkaPartitionSplitSerializer partitions = new KafkaPartitionSplitSerializer();

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(ProgressSplit split) throws IOException {
        byte[] partition =
                SimpleVersionedSerialization.writeVersionAndSerialize(
                        partitions, split.partition());
        return ByteBuffer.allocate(2 * Long.BYTES + partition.length)
                .putLong(split.progress().newestMillis())
                .putLong(split.progress().unconfirmedMillis())
                .put(partition)
                .array();
    }

    @Override
    public ProgressSplit deserialize(int version, byte[] bytes) throws IOException {
        return switch (version) {
            case CONNECTORS_OWN -> ProgressSplit.unread(partitions.deserialize(version, bytes));
            case VERSION -> read(ByteBuffer.wrap(bytes));
            default ->
                    throw new IOException(
                            "need a split of version 0 or 1, was "
                                    + version
                                    + ": the savepoint is of a newer version of this job");
        };
    }

    private ProgressSplit read(ByteBuffer bytes) throws IOException {
        PartitionProgress progress = new PartitionProgress(bytes.getLong(), bytes.getLong());
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        KafkaPartitionSplit partition =
                SimpleVersionedSerialization.readVersionAndDeSerialize(partitions, rest);
        return new ProgressSplit(partition, progress);
    }
}

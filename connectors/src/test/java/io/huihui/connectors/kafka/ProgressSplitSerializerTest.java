package io.huihui.connectors.kafka;

import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProgressSplitSerializerTest {

    private static final KafkaPartitionSplit PARTITION =
            new KafkaPartitionSplit(new TopicPartition("trades", 3), 17, 99);

    private final ProgressSplitSerializer serializer = new ProgressSplitSerializer();

    @Test
    void whatIsWrittenIsRead() throws IOException {
        ProgressSplit split = new ProgressSplit(PARTITION, new PartitionProgress(5, 300_006));

        assertThat(serializer.deserialize(serializer.getVersion(), serializer.serialize(split)))
                .isEqualTo(split);
    }

    @Test
    void aSplitOfTheConnectorsOwnSourceIsOneOfWhichNothingIsKnown() throws IOException {
        var connectors = new KafkaPartitionSplitSerializer();

        assertThat(serializer.deserialize(connectors.getVersion(), connectors.serialize(PARTITION)))
                .isEqualTo(ProgressSplit.unread(PARTITION));
    }

    @Test
    void aNewerVersionIsRefusedWithASentence() {
        assertThatThrownBy(() -> serializer.deserialize(2, new byte[0]))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "need a split of version 0 or 1, was 2: the savepoint is of a newer"
                                + " version of this job");
    }
}

package io.huihui.connectors.kafka;

import io.huihui.connectors.stream.Decoded;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The connector's source, and of each record when it is known.
 *
 * <pre>
 * record => on time: its own event time
 *           late in its partition: the first moment that the partition had not completed yet
 * </pre>
 *
 * A partition completes seconds as its watermark does ({@link PartitionTime}). The watermark of a
 * task is that of its slowest partition, and who is slowest is another one in every run; what is
 * late in its own partition is late in every run, whatever the parallelism and after any fault
 * (docs/decisions/0096). So how far a partition was read in event time is kept where its offset is,
 * in the split.
 */
final class ProgressSource<T>
        implements Source<Decoded<T>, ProgressSplit, KafkaSourceEnumState>,
                ResultTypeQueryable<Decoded<T>> {

    private static final long serialVersionUID = 1L;

    private final KafkaSource<Decoded<T>> kafka;
    private final long outOfOrdernessMillis;

    /**
     * @param outOfOrdernessMillis that of the watermarks of a partition
     */
    ProgressSource(KafkaSource<Decoded<T>> kafka, long outOfOrdernessMillis) {
        this.kafka = kafka;
        this.outOfOrdernessMillis = outOfOrdernessMillis;
    }

    @Override
    public Boundedness getBoundedness() {
        return kafka.getBoundedness();
    }

    @Override
    public TypeInformation<Decoded<T>> getProducedType() {
        return kafka.getProducedType();
    }

    @Override
    public SourceReader<Decoded<T>, ProgressSplit> createReader(SourceReaderContext context)
            throws Exception {
        return new ProgressReader<>(kafka.createReader(context), outOfOrdernessMillis);
    }

    @Override
    public SplitEnumerator<ProgressSplit, KafkaSourceEnumState> createEnumerator(
            SplitEnumeratorContext<ProgressSplit> context) {
        return new ProgressEnumerator(
                kafka.createEnumerator(new ProgressEnumerator.KafkaContext(context)));
    }

    @Override
    public SplitEnumerator<ProgressSplit, KafkaSourceEnumState> restoreEnumerator(
            SplitEnumeratorContext<ProgressSplit> context, KafkaSourceEnumState state)
            throws Exception {
        return new ProgressEnumerator(
                kafka.restoreEnumerator(new ProgressEnumerator.KafkaContext(context), state));
    }

    @Override
    public SimpleVersionedSerializer<ProgressSplit> getSplitSerializer() {
        return new ProgressSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
        return kafka.getEnumeratorCheckpointSerializer();
    }
}

package io.huihui.connectors.kafka;

import io.huihui.connectors.stream.Decoded;
import io.huihui.connectors.stream.SourcePartition;

import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says of each record when it is known, as its timestamp.
 *
 * <pre>
 * decoded records => on time: their own event time
 *                    late in their partition: the first moment that it had not completed yet
 * </pre>
 *
 * A partition completes seconds as its watermark does ({@link PartitionTime}). The watermark of a
 * task is that of its slowest partition, and who is slowest is another one in every run; what is
 * late in its own partition is late in every run, whatever the parallelism and after any fault
 * (docs/decisions/0096). Chained to its source.
 */
final class PartitionTimestamps<T> extends AbstractStreamOperator<Decoded<T>>
        implements OneInputStreamOperator<Decoded<T>, Decoded<T>> {

    /** Follows the uid of the source. */
    static final String UID_SUFFIX = "-timestamps";

    /**
     * Partitions, each with how far it was read. Every task is given all after a restore, since it
     * cannot know which of them it will read, and keeps them; bounded by partitions times tasks.
     */
    static final ListStateDescriptor<PartitionProgress> PROGRESS =
            new ListStateDescriptor<>(
                    "partition-progress", TypeInformation.of(PartitionProgress.class));

    private static final long serialVersionUID = 1L;

    private final long outOfOrdernessMillis;

    private transient ListState<PartitionProgress> state;
    private transient Map<SourcePartition, Reading> readings;

    /** Partition that was read last: nearly always the next one too. */
    private transient SourcePartition lastPartition;

    private transient Reading last;

    PartitionTimestamps(long outOfOrdernessMillis) {
        this.outOfOrdernessMillis = outOfOrdernessMillis;
    }

    /**
     * Attaches to a source.
     *
     * @param sourceUid uid of the source, from which the uid of this operator follows
     */
    static <T> DataStream<Decoded<T>> attach(
            DataStream<Decoded<T>> decoded, String sourceUid, KafkaSourceConfig config) {
        return decoded.transform(
                        "Timestamps of " + sourceUid,
                        decoded.getType(),
                        new PartitionTimestamps<>(config.outOfOrdernessMillis()))
                .uid(sourceUid + UID_SUFFIX)
                .setParallelism(decoded.getParallelism());
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        state = context.getOperatorStateStore().getUnionListState(PROGRESS);
        readings = new HashMap<>();
        for (PartitionProgress each : state.get()) {
            SourcePartition partition = new SourcePartition(each.topic(), each.partition());
            Reading known = readings.get(partition);
            if (known == null || known.records < each.records()) {
                readings.put(partition, new Reading(each, outOfOrdernessMillis));
            }
        }
    }

    @Override
    public void processElement(StreamRecord<Decoded<T>> element) {
        Decoded<T> decoded = element.getValue();
        if (decoded.value() != null) {
            Reading reading = readingOf(decoded.partition());
            element.setTimestamp(reading.timestampOf(decoded.eventTimeMillis()));
        }
        output.collect(element);
    }

    private Reading readingOf(SourcePartition partition) {
        if (!partition.equals(lastPartition)) {
            lastPartition = partition;
            last = readings.computeIfAbsent(partition, unread -> new Reading(outOfOrdernessMillis));
        }
        return last;
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        List<PartitionProgress> all = new ArrayList<>();
        readings.forEach((partition, reading) -> all.add(reading.of(partition)));
        state.update(all);
    }

    /** How far one partition was read. */
    private static final class Reading {

        private final PartitionTime time;
        private final long outOfOrdernessMillis;
        private long records;
        private long complete;

        Reading(long outOfOrdernessMillis) {
            this(new PartitionTime(), outOfOrdernessMillis);
        }

        Reading(PartitionProgress progress, long outOfOrdernessMillis) {
            this(
                    new PartitionTime(progress.newestMillis(), progress.unconfirmedMillis()),
                    outOfOrdernessMillis);
            records = progress.records();
        }

        private Reading(PartitionTime time, long outOfOrdernessMillis) {
            this.time = time;
            this.outOfOrdernessMillis = outOfOrdernessMillis;
            this.complete = time.complete(outOfOrdernessMillis);
        }

        long timestampOf(long eventTimeMillis) {
            records++;
            if (time.hear(eventTimeMillis)) {
                complete = time.complete(outOfOrdernessMillis);
            }
            return Math.max(eventTimeMillis, complete + 1);
        }

        PartitionProgress of(SourcePartition partition) {
            return new PartitionProgress(
                    partition.topic(),
                    partition.number(),
                    records,
                    time.newest(),
                    time.unconfirmed());
        }
    }
}

package io.huihui.connectors.kafka;

import io.huihui.connectors.stream.Decoded;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Reader of {@link ProgressSource}: the connector's own, with each record passing the progress of
 * its partition on the way out. Progress moves on the task's thread, on which snapshots are made,
 * too, so it is that of the offset beside it.
 */
final class ProgressReader<T> implements SourceReader<Decoded<T>, ProgressSplit> {

    private final SourceReader<Decoded<T>, KafkaPartitionSplit> kafka;
    private final long outOfOrdernessMillis;

    /** Of the partitions that this task reads. */
    private final Map<String, Reading> readings = new HashMap<>();

    private Output output;

    ProgressReader(SourceReader<Decoded<T>, KafkaPartitionSplit> kafka, long outOfOrdernessMillis) {
        this.kafka = kafka;
        this.outOfOrdernessMillis = outOfOrdernessMillis;
    }

    @Override
    public void start() {
        kafka.start();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Decoded<T>> target) throws Exception {
        if (output == null || output.target != target) {
            output = new Output(target);
        }
        return kafka.pollNext(output);
    }

    @Override
    public List<ProgressSplit> snapshotState(long checkpointId) {
        List<ProgressSplit> splits = new ArrayList<>();
        for (KafkaPartitionSplit partition : kafka.snapshotState(checkpointId)) {
            splits.add(new ProgressSplit(partition, readings.get(partition.splitId()).progress()));
        }
        return splits;
    }

    @Override
    public void addSplits(List<ProgressSplit> splits) {
        List<KafkaPartitionSplit> partitions = new ArrayList<>();
        for (ProgressSplit split : splits) {
            readings.put(split.splitId(), new Reading(split.progress(), outOfOrdernessMillis));
            partitions.add(split.partition());
        }
        kafka.addSplits(partitions);
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return kafka.isAvailable();
    }

    @Override
    public void notifyNoMoreSplits() {
        kafka.notifyNoMoreSplits();
    }

    @Override
    public void handleSourceEvents(SourceEvent event) {
        kafka.handleSourceEvents(event);
    }

    @Override
    public void pauseOrResumeSplits(Collection<String> toPause, Collection<String> toResume) {
        kafka.pauseOrResumeSplits(toPause, toResume);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        kafka.notifyCheckpointComplete(checkpointId);
    }

    @Override
    public void notifyCheckpointAborted(long checkpointId) throws Exception {
        kafka.notifyCheckpointAborted(checkpointId);
    }

    @Override
    public void close() throws Exception {
        kafka.close();
    }

    /** How far one partition was read. */
    private static final class Reading {

        private final PartitionTime time;
        private final long outOfOrdernessMillis;
        private long complete;

        Reading(PartitionProgress progress, long outOfOrdernessMillis) {
            this.outOfOrdernessMillis = outOfOrdernessMillis;
            time = new PartitionTime(progress.newestMillis(), progress.unconfirmedMillis());
            complete = time.complete(outOfOrdernessMillis);
        }

        /** Reads the next record of the partition. */
        <T> Decoded<T> read(Decoded<T> decoded) {
            if (decoded.value() == null) {
                return decoded;
            }
            if (time.hear(decoded.eventTimeMillis())) {
                complete = time.complete(outOfOrdernessMillis);
            }
            return decoded.eventTimeMillis() > complete ? decoded : decoded.knownAt(complete + 1);
        }

        PartitionProgress progress() {
            return new PartitionProgress(time.newest(), time.unconfirmed());
        }
    }

    /** Passes on what is said of time. */
    private abstract static class Passing<O extends WatermarkOutput> implements WatermarkOutput {

        final O target;

        Passing(O target) {
            this.target = target;
        }

        @Override
        public void emitWatermark(Watermark watermark) {
            target.emitWatermark(watermark);
        }

        @Override
        public void markIdle() {
            target.markIdle();
        }

        @Override
        public void markActive() {
            target.markActive();
        }
    }

    /** Where the reader puts records: in the output of their partition. */
    private final class Output extends Passing<ReaderOutput<Decoded<T>>>
            implements ReaderOutput<Decoded<T>> {

        Output(ReaderOutput<Decoded<T>> target) {
            super(target);
        }

        @Override
        public SourceOutput<Decoded<T>> createOutputForSplit(String splitId) {
            return new PartitionOutput(readings.get(splitId), target.createOutputForSplit(splitId));
        }

        @Override
        public void releaseOutputForSplit(String splitId) {
            readings.remove(splitId);
            target.releaseOutputForSplit(splitId);
        }

        @Override
        public void collect(Decoded<T> decoded) {
            throw noPartition();
        }

        @Override
        public void collect(Decoded<T> decoded, long takenMillis) {
            throw noPartition();
        }

        private static IllegalStateException noPartition() {
            return new IllegalStateException("need records in the output of their partition");
        }
    }

    /** Output of one partition. */
    private final class PartitionOutput extends Passing<SourceOutput<Decoded<T>>>
            implements SourceOutput<Decoded<T>> {

        private final Reading reading;

        PartitionOutput(Reading reading, SourceOutput<Decoded<T>> target) {
            super(target);
            this.reading = reading;
        }

        @Override
        public void collect(Decoded<T> decoded) {
            target.collect(reading.read(decoded));
        }

        @Override
        public void collect(Decoded<T> decoded, long takenMillis) {
            target.collect(reading.read(decoded), takenMillis);
        }
    }
}

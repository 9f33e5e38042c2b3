package io.huihui.connectors.kafka;

import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;

/**
 * Enumerator of {@link ProgressSource}: the connector's own. It hands out only partitions of which
 * nothing was read; those of which something was come back to readers with a restore.
 */
final class ProgressEnumerator implements SplitEnumerator<ProgressSplit, KafkaSourceEnumState> {

    private final SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> kafka;

    ProgressEnumerator(SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> kafka) {
        this.kafka = kafka;
    }

    @Override
    public void start() {
        kafka.start();
    }

    @Override
    public void handleSplitRequest(int subtask, String host) {
        kafka.handleSplitRequest(subtask, host);
    }

    @Override
    public void addSplitsBack(List<ProgressSplit> splits, int subtask) {
        kafka.addSplitsBack(splits.stream().map(ProgressSplit::partition).toList(), subtask);
    }

    @Override
    public void addReader(int subtask) {
        kafka.addReader(subtask);
    }

    @Override
    public KafkaSourceEnumState snapshotState(long checkpointId) throws Exception {
        return kafka.snapshotState(checkpointId);
    }

    @Override
    public void handleSourceEvent(int subtask, SourceEvent event) {
        kafka.handleSourceEvent(subtask, event);
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
    public void close() throws IOException {
        kafka.close();
    }

    /** What the connector's enumerator sees of the coordinator. */
    static final class KafkaContext implements SplitEnumeratorContext<KafkaPartitionSplit> {

        private final SplitEnumeratorContext<ProgressSplit> context;

        KafkaContext(SplitEnumeratorContext<ProgressSplit> context) {
            this.context = context;
        }

        @Override
        public void assignSplits(SplitsAssignment<KafkaPartitionSplit> assignment) {
            Map<Integer, List<ProgressSplit>> unread = new HashMap<>();
            assignment
                    .assignment()
                    .forEach(
                            (subtask, partitions) ->
                                    unread.put(
                                            subtask,
                                            partitions.stream()
                                                    .map(ProgressSplit::unread)
                                                    .toList()));
            context.assignSplits(new SplitsAssignment<>(unread));
        }

        @Override
        public SplitEnumeratorMetricGroup metricGroup() {
            return context.metricGroup();
        }

        @Override
        public void sendEventToSourceReader(int subtask, SourceEvent event) {
            context.sendEventToSourceReader(subtask, event);
        }

        @Override
        public void sendEventToSourceReader(int subtask, int attempt, SourceEvent event) {
            context.sendEventToSourceReader(subtask, attempt, event);
        }

        @Override
        public int currentParallelism() {
            return context.currentParallelism();
        }

        @Override
        public Map<Integer, ReaderInfo> registeredReaders() {
            return context.registeredReaders();
        }

        @Override
        public Map<Integer, Map<Integer, ReaderInfo>> registeredReadersOfAttempts() {
            return context.registeredReadersOfAttempts();
        }

        @Override
        public void signalNoMoreSplits(int subtask) {
            context.signalNoMoreSplits(subtask);
        }

        @Override
        public <R> void callAsync(Callable<R> call, BiConsumer<R, Throwable> handler) {
            context.callAsync(call, handler);
        }

        @Override
        public <R> void callAsync(
                Callable<R> call,
                BiConsumer<R, Throwable> handler,
                long initialDelayMillis,
                long periodMillis) {
            context.callAsync(call, handler, initialDelayMillis, periodMillis);
        }

        @Override
        public void runInCoordinatorThread(Runnable action) {
            context.runInCoordinatorThread(action);
        }

        @Override
        public void setIsProcessingBacklog(boolean backlog) {
            context.setIsProcessingBacklog(backlog);
        }
    }
}

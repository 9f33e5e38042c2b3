package io.huihui.connectors.tape;

import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

import java.util.List;

/** Gives the one split of a tape to the first reader, and tells every other that there is none. */
final class TapeEnumerator implements SplitEnumerator<TapeSplit, TapeSplit> {

    private final SplitEnumeratorContext<TapeSplit> context;

    /** What is still to be given out; null once it has been. */
    private TapeSplit pending;

    TapeEnumerator(SplitEnumeratorContext<TapeSplit> context, TapeSplit pending) {
        this.context = context;
        this.pending = pending;
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, String host) {}

    @Override
    public void addReader(int subtask) {
        if (pending != null) {
            context.assignSplit(pending, subtask);
            pending = null;
        }
        context.signalNoMoreSplits(subtask);
    }

    @Override
    public void addSplitsBack(List<TapeSplit> splits, int subtask) {
        for (TapeSplit split : splits) {
            pending = split;
        }
    }

    /** An empty split stands for one that has been given out. */
    @Override
    public TapeSplit snapshotState(long checkpointId) {
        return pending == null ? new TapeSplit(List.of()) : pending;
    }

    @Override
    public void close() {}
}

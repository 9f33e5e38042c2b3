package io.huihui.operators.features;

import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.serialization.EventBlock;

import org.apache.flink.streaming.api.graph.StreamConfig;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.StreamTask;

/**
 * Runs {@link Features}, and passes on the seconds that one watermark ends a few symbols at a time.
 */
final class FeaturesOperator extends KeyedProcessOperator<String, EventBlock, FeatureSnapshot> {

    private static final long serialVersionUID = 1L;

    /** The first of them waits for the last: some three milliseconds. */
    private static final int MOST_HELD = 16;

    private transient BurstOutput<FeatureSnapshot> burst;

    FeaturesOperator(Features features) {
        super(features);
    }

    @Override
    protected void setup(
            StreamTask<?, ?> task,
            StreamConfig config,
            Output<StreamRecord<FeatureSnapshot>> output) {
        burst = new BurstOutput<>(output, MOST_HELD);
        super.setup(task, config, burst);
    }

    @Override
    public void processElement(StreamRecord<EventBlock> element) throws Exception {
        super.processElement(element);
        burst.send(); // a correction; the next watermark may be a second off
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        burst.send();
        super.prepareSnapshotPreBarrier(checkpointId);
    }

    @Override
    public void finish() throws Exception {
        super.finish();
        burst.send();
    }
}

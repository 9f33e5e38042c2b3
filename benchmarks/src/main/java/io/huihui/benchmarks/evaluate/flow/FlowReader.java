package io.huihui.benchmarks.evaluate.flow;

import io.huihui.models.expert.flow.FlowMemory;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;

/** Walks through a session as the flow expert does and hands out the inputs of its models. */
final class FlowReader {

    private final FlowDay day;
    private final FlowMemory memory = new FlowMemory();
    private final FeatureVector.Builder scratch = new FeatureVector.Builder();
    private FeatureSnapshot snapshot;

    FlowReader(FlowDay day) {
        this.day = day;
    }

    /** Takes a second; call it for each in turn. */
    void take(int second) {
        snapshot = day.snapshot(second, scratch);
        memory.take(snapshot);
    }

    /** Returns the inputs at the second taken last. */
    double[] inputs() {
        return memory.inputs(snapshot.features());
    }

    FeatureSnapshot snapshot() {
        return snapshot;
    }
}

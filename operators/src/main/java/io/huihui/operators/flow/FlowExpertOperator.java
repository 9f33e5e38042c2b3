package io.huihui.operators.flow;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.flow.RuleBasedFlowExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.ExpertFunction;
import io.huihui.operators.expert.ExpertSet;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * snapshots => keyBy(symbol) => opinion of the flow expert per snapshot. This one is the baseline.
 */
public final class FlowExpertOperator extends ExpertFunction<RuleBasedFlowExpert> {

    public static final String UID = "flow-expert";

    private static final long serialVersionUID = 1L;

    public FlowExpertOperator() {
        super(UID, UID + "-model", RuleBasedFlowExpert.class);
    }

    public static SingleOutputStreamOperator<ExpertOpinion> attach(
            DataStream<FeatureSnapshot> snapshots, ExpertSet experts) {
        return snapshots
                .keyBy(snapshot -> snapshot.id().symbol())
                .process(
                        experts == ExpertSet.TRAINED
                                ? new TrainedFlowExpertOperator()
                                : new FlowExpertOperator())
                .uid(UID)
                .name("Flow expert");
    }

    @Override
    protected RuleBasedFlowExpert fresh() {
        return new RuleBasedFlowExpert();
    }
}

package io.huihui.operators.flow;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.flow.CalibratedFlowExpert;
import io.huihui.models.expert.flow.RuleBasedFlowExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.registry.FeatureDeclaration;
import io.huihui.models.registry.LentValue;
import io.huihui.operators.expert.Asking;
import io.huihui.operators.expert.ExpertFunction;
import io.huihui.operators.expert.ExpertSet;
import io.huihui.operators.expert.ModelState;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

import java.util.List;

/**
 * snapshots, values lent by other experts => keyBy(symbol) => opinion of the flow expert per
 * snapshot.
 *
 * <pre>
 *   |=> {@link ExpertFunction#ALERTS}
 * </pre>
 */
public final class FlowExpertOperator extends ExpertFunction<RuleBasedFlowExpert> {

    public static final String UID = "flow-expert";

    static final ModelState<RuleBasedFlowExpert> BASELINE =
            ModelState.baseline(UID, RuleBasedFlowExpert.class);
    static final ModelState<CalibratedFlowExpert> TRAINED =
            ModelState.trained(UID, CalibratedFlowExpert.class);

    private static final long serialVersionUID = 1L;

    public FlowExpertOperator(Asking asking) {
        super(UID, BASELINE, TRAINED, asking);
    }

    /** Both sets are one operator to a savepoint: same uid, each with a state of its own. */
    public static SingleOutputStreamOperator<ExpertOpinion> attach(
            DataStream<FeatureSnapshot> snapshots,
            DataStream<LentValue> lent,
            List<FeatureDeclaration> borrows,
            ExpertSet experts,
            Asking asking) {
        return snapshots
                .keyBy(snapshot -> snapshot.id().symbol())
                .connect(lent.keyBy(LentValue::symbol))
                .process(operator(borrows, experts, asking))
                .uid(UID)
                .name("Flow expert");
    }

    static LoansAndSnapshots operator(
            List<FeatureDeclaration> borrows, ExpertSet experts, Asking asking) {
        return new LoansAndSnapshots(function(experts, asking), borrows, asking.judging());
    }

    private static ExpertFunction<?> function(ExpertSet experts, Asking asking) {
        return switch (experts) {
            case BASELINE -> new FlowExpertOperator(asking);
            case TRAINED -> new TrainedFlowExpertFunction(asking);
        };
    }

    @Override
    public RuleBasedFlowExpert fresh() {
        return new RuleBasedFlowExpert();
    }
}

package io.huihui.operators.regime;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.regime.CalibratedRegimeExpert;
import io.huihui.models.expert.regime.RuleBasedRegimeExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.ExpertFunction;
import io.huihui.operators.expert.ExpertSet;
import io.huihui.operators.expert.ModelState;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** snapshots => keyBy(symbol) => opinion of the regime expert per snapshot. */
public final class RegimeExpertOperator extends ExpertFunction<RuleBasedRegimeExpert> {

    public static final String UID = "regime-expert";

    static final ModelState<RuleBasedRegimeExpert> BASELINE =
            ModelState.baseline(UID, RuleBasedRegimeExpert.class);
    static final ModelState<CalibratedRegimeExpert> TRAINED =
            ModelState.trained(UID, CalibratedRegimeExpert.class);

    private static final long serialVersionUID = 1L;

    public RegimeExpertOperator() {
        super(UID, BASELINE, TRAINED);
    }

    /** Both sets are one operator to a savepoint: same uid, each with a state of its own. */
    public static SingleOutputStreamOperator<ExpertOpinion> attach(
            DataStream<FeatureSnapshot> snapshots, ExpertSet experts) {
        return snapshots
                .keyBy(snapshot -> snapshot.id().symbol())
                .process(function(experts))
                .uid(UID)
                .name("Regime expert");
    }

    private static ExpertFunction<?> function(ExpertSet experts) {
        return switch (experts) {
            case BASELINE -> new RegimeExpertOperator();
            case TRAINED -> new TrainedRegimeExpertFunction();
        };
    }

    @Override
    protected RuleBasedRegimeExpert fresh() {
        return new RuleBasedRegimeExpert();
    }
}

package io.huihui.operators.regime;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.regime.RuleBasedRegimeExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.ExpertFunction;
import io.huihui.operators.expert.ExpertSet;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * snapshots => keyBy(symbol) => opinion of the regime expert per snapshot. This one is the
 * baseline.
 */
public final class RegimeExpertOperator extends ExpertFunction<RuleBasedRegimeExpert> {

    public static final String UID = "regime-expert";

    private static final long serialVersionUID = 1L;

    public RegimeExpertOperator() {
        super(UID, UID + "-model", RuleBasedRegimeExpert.class);
    }

    public static SingleOutputStreamOperator<ExpertOpinion> attach(
            DataStream<FeatureSnapshot> snapshots, ExpertSet experts) {
        return snapshots
                .keyBy(snapshot -> snapshot.id().symbol())
                .process(
                        experts == ExpertSet.TRAINED
                                ? new TrainedRegimeExpertOperator()
                                : new RegimeExpertOperator())
                .uid(UID)
                .name("Regime expert");
    }

    @Override
    protected RuleBasedRegimeExpert fresh() {
        return new RuleBasedRegimeExpert();
    }
}

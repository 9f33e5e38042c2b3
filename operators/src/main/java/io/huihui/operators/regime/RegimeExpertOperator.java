package io.huihui.operators.regime;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.regime.RuleBasedRegimeExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.ExpertFunction;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** snapshots => keyBy(symbol) => opinion of the regime expert per snapshot. */
public final class RegimeExpertOperator extends ExpertFunction<RuleBasedRegimeExpert> {

    public static final String UID = "regime-expert";

    private static final long serialVersionUID = 1L;

    public RegimeExpertOperator() {
        super(UID, RuleBasedRegimeExpert.class);
    }

    public static SingleOutputStreamOperator<ExpertOpinion> attach(
            DataStream<FeatureSnapshot> snapshots) {
        return snapshots
                .keyBy(snapshot -> snapshot.id().symbol())
                .process(new RegimeExpertOperator())
                .uid(UID)
                .name("Regime expert");
    }

    @Override
    protected RuleBasedRegimeExpert fresh() {
        return new RuleBasedRegimeExpert();
    }
}

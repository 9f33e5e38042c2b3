package io.huihui.operators.regime;

import io.huihui.models.Sent;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.expert.regime.CalibratedRegimeExpert;
import io.huihui.models.expert.regime.RegimeRules;
import io.huihui.models.expert.regime.RuleBasedRegimeExpert;
import io.huihui.models.expert.regime.RuleSet;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.Asking;
import io.huihui.operators.expert.ExpertFunction;
import io.huihui.operators.expert.ExpertSet;
import io.huihui.operators.expert.ModelState;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;

/**
 * snapshots, macro releases and rules to all => keyBy(symbol) => opinion of the regime expert per
 * snapshot.
 *
 * <pre>
 *   |=> {@link ExpertFunction#ALERTS}
 * </pre>
 */
public final class RegimeExpertOperator extends ExpertFunction<RuleBasedRegimeExpert>
        implements FollowsRules {

    public static final String UID = "regime-expert";

    static final ModelState<RuleBasedRegimeExpert> BASELINE =
            ModelState.baseline(UID, RuleBasedRegimeExpert.class);
    static final ModelState<CalibratedRegimeExpert> TRAINED =
            ModelState.trained(UID, CalibratedRegimeExpert.class);

    private static final long serialVersionUID = 1L;

    private transient Sent<RegimeRules> rules;

    public RegimeExpertOperator(Asking asking) {
        super(UID, BASELINE, TRAINED, asking);
    }

    /** Both sets are one operator to a savepoint: same uid, each with a state of its own. */
    public static SingleOutputStreamOperator<ExpertOpinion> attach(
            DataStream<FeatureSnapshot> snapshots,
            DataStream<MacroRelease> macro,
            DataStream<RuleSet> rules,
            RegimeRules configured,
            ExpertSet experts,
            Asking asking) {
        return snapshots
                .keyBy(snapshot -> snapshot.id().symbol())
                .connect(RegimeNews.union(macro, rules).broadcast())
                .transform(
                        "Regime expert",
                        TypeInformation.of(ExpertOpinion.class),
                        operator(configured, experts, asking))
                .uid(UID);
    }

    static TwoInputStreamOperator<FeatureSnapshot, RegimeNews, ExpertOpinion> operator(
            RegimeRules configured, ExpertSet experts, Asking asking) {
        return new MacroFirst(
                new MacroAndSnapshots(
                        function(experts, asking), configured.yaml(), asking.judging()));
    }

    private static ExpertFunction<?> function(ExpertSet experts, Asking asking) {
        return switch (experts) {
            case BASELINE -> new RegimeExpertOperator(asking);
            case TRAINED -> new TrainedRegimeExpertFunction(asking);
        };
    }

    @Override
    public void hear(Sent<RegimeRules> sets) {
        rules = sets;
    }

    @Override
    public void before(RuleBasedRegimeExpert expert, FeatureSnapshot snapshot) {
        if (rules != null) {
            expert.follow(rules.inForce(snapshot.id().secondEndMillis()));
        }
    }

    @Override
    public RuleBasedRegimeExpert fresh() {
        return new RuleBasedRegimeExpert();
    }
}

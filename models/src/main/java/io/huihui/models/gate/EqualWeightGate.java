package io.huihui.models.gate;

import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.GateWeight;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.PredecessorFigures;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.decision.VolatilityView;
import io.huihui.models.feature.SnapshotId;

import java.util.ArrayList;
import java.util.List;

/**
 * The baseline which every later gate must beat: the plain mean of the probabilities of the experts
 * that answered. When none did, it says one third each.
 */
public final class EqualWeightGate implements GateModel {

    public static final String GATE_VERSION = "equal-weight/1";

    private static final Expert[] EXPERTS = Expert.values();

    @Override
    public String gateVersion() {
        return GATE_VERSION;
    }

    @Override
    public Verdict judge(SnapshotId snapshot, List<ExpertOpinion> opinions) {
        List<ExpertOpinion> answered = opinions.stream().filter(o -> !o.abstained()).toList();
        List<Thesis> pooled = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            pooled.add(pool(horizon, answered));
        }
        Thesis central = pooled.get(Horizon.MINUTES_15.ordinal());
        double agreement = Agreement.of(answered, Horizon.MINUTES_15);
        MarketState state = state(opinions);
        return new Verdict(
                snapshot,
                pooled,
                poolVolatility(answered),
                central.probability(central.likeliest()),
                agreement,
                weights(answered),
                answered.stream().map(ExpertOpinion::expert).toList(),
                missing(opinions),
                contributions(answered, central),
                state == null ? "UNKNOWN" : state.condition().name(),
                state == null ? List.of() : state.events(),
                Agreement.isConflict(answered, agreement),
                predecessor(answered),
                GATE_VERSION);
    }

    private static Thesis pool(Horizon horizon, List<ExpertOpinion> answered) {
        if (answered.isEmpty()) {
            return Thesis.uniform(horizon);
        }
        double up = 0;
        double down = 0;
        double flat = 0;
        for (ExpertOpinion opinion : answered) {
            Thesis thesis = opinion.thesis(horizon);
            up += thesis.up() / answered.size();
            down += thesis.down() / answered.size();
            flat += thesis.flat() / answered.size();
        }
        return new Thesis(horizon, up, down, flat);
    }

    private static VolatilityView poolVolatility(List<ExpertOpinion> answered) {
        if (answered.isEmpty()) {
            return VolatilityView.uniform();
        }
        double expand = 0;
        double contract = 0;
        double same = 0;
        for (ExpertOpinion opinion : answered) {
            expand += opinion.volatility().expand() / answered.size();
            contract += opinion.volatility().contract() / answered.size();
            same += opinion.volatility().same() / answered.size();
        }
        return new VolatilityView(expand, contract, same);
    }

    private static List<GateWeight> weights(List<ExpertOpinion> answered) {
        List<GateWeight> weights = new ArrayList<>();
        for (Expert expert : EXPERTS) {
            boolean spoke = answered.stream().anyMatch(o -> o.expert() == expert);
            double weight =
                    answered.isEmpty() ? 1.0 / EXPERTS.length : spoke ? 1.0 / answered.size() : 0;
            weights.add(new GateWeight(expert, weight));
        }
        return weights;
    }

    private static List<Expert> missing(List<ExpertOpinion> opinions) {
        List<Expert> missing = new ArrayList<>();
        for (Expert expert : EXPERTS) {
            if (opinions.stream().noneMatch(o -> o.expert() == expert)) {
                missing.add(expert);
            }
        }
        return missing;
    }

    /**
     * Splits ln(up / down) of the pooled thesis over the experts in proportion to how far each one
     * moved up against down; the parts sum to it.
     */
    private static List<Contribution> contributions(List<ExpertOpinion> answered, Thesis central) {
        double lean = 0;
        for (ExpertOpinion opinion : answered) {
            Thesis thesis = opinion.thesis(Horizon.MINUTES_15);
            lean += thesis.up() - thesis.down();
        }
        List<Contribution> contributions = new ArrayList<>();
        double logRatio = Math.log(central.up() / central.down());
        if (lean == 0 || !Double.isFinite(logRatio)) {
            return contributions;
        }
        for (ExpertOpinion opinion : answered) {
            Thesis thesis = opinion.thesis(Horizon.MINUTES_15);
            double share = (thesis.up() - thesis.down()) / lean;
            contributions.add(new Contribution(opinion.expert().name(), logRatio * share));
        }
        return contributions;
    }

    private static MarketState state(List<ExpertOpinion> opinions) {
        for (ExpertOpinion opinion : opinions) {
            if (opinion.regime() != null) {
                return opinion.regime().state();
            }
        }
        return null;
    }

    private static PredecessorFigures predecessor(List<ExpertOpinion> answered) {
        if (answered.isEmpty()) {
            return null;
        }
        double[] confidences = answered.stream().mapToDouble(ExpertOpinion::confidence).toArray();
        return Agreement.predecessor(confidences);
    }
}

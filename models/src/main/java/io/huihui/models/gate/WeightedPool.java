package io.huihui.models.gate;

import io.huihui.models.Require;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.GateWeight;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.VolatilityView;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What the experts that answered say together. When none did, one third each.
 *
 * <p>The linear pool is the mean by weights that sum to 1: it never says more than the surest of
 * them. The logarithmic pool adds what each one's evidence is worth, so that experts who look at
 * different things and agree are surer together than each alone; it is Bayes' rule where they are
 * independent and their weights are right.
 *
 * <p>References: Stone, "The opinion pool", Annals of Mathematical Statistics 32, 1961; Genest,
 * Zidek, "Combining probability distributions: a critique and an annotated bibliography",
 * Statistical Science 1, 1986, section 3.
 */
final class WeightedPool {

    private static final Expert[] EXPERTS = Expert.values();
    private static final Direction[] DIRECTIONS = Direction.values();

    private final List<ExpertOpinion> answered;

    /** Of each expert that answered, in their order; sums to 1. */
    private final double[] weights;

    /** What the weights of the logarithmic pool sum to; NaN in the linear one. */
    private final double evidence;

    private WeightedPool(List<ExpertOpinion> answered, double[] weights, double evidence) {
        this.answered = answered;
        this.weights = weights;
        this.evidence = evidence;
    }

    /** Returns the linear pool in which all that answered count the same. */
    static WeightedPool equal(List<ExpertOpinion> opinions) {
        double[] weights = new double[EXPERTS.length];
        Arrays.fill(weights, 1);
        return linear(opinions, weights);
    }

    /**
     * Returns the linear pool with these weights, shared out anew over the experts that answered;
     * equal weights when those have none.
     *
     * @param weightOfExpert in the order of {@link Expert}, each at least 0
     */
    static WeightedPool linear(List<ExpertOpinion> opinions, double[] weightOfExpert) {
        List<ExpertOpinion> answered = opinions.stream().filter(o -> !o.abstained()).toList();
        double[] weights = ofAnswered(answered, weightOfExpert);
        share(weights);
        return new WeightedPool(answered, weights, Double.NaN);
    }

    /**
     * Returns the logarithmic pool.
     *
     * @param worth of each expert's evidence in the order of {@link Expert}, at least 0: 1 takes
     *     its probabilities as they are, 0 leaves them out
     */
    static WeightedPool logarithmic(List<ExpertOpinion> opinions, double[] worth) {
        List<ExpertOpinion> answered = opinions.stream().filter(o -> !o.abstained()).toList();
        double[] weights = ofAnswered(answered, worth);
        return new WeightedPool(answered, weights, share(weights));
    }

    private static double[] ofAnswered(List<ExpertOpinion> answered, double[] ofExpert) {
        Require.that(
                ofExpert.length == EXPERTS.length,
                EXPERTS.length + " weights, one per expert",
                () -> ofExpert.length + " weights");
        double[] weights = new double[answered.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = ofExpert[answered.get(i).expert().ordinal()];
        }
        return weights;
    }

    /** Makes weights sum to 1 and returns what they summed to. */
    private static double share(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = sum > 0 ? weights[i] / sum : 1.0 / weights.length;
        }
        return sum;
    }

    private boolean isLinear() {
        return Double.isNaN(evidence);
    }

    /** Returns how many experts' evidence stands behind the pool; null in a linear one. */
    Double evidence() {
        return isLinear() ? null : evidence;
    }

    List<ExpertOpinion> answered() {
        return answered;
    }

    /** Returns the weight of one of those that answered, by its place among them. */
    double weight(int place) {
        return weights[place];
    }

    /** Returns the pooled theses, in the order of {@link Horizon}. */
    List<Thesis> theses() {
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            theses.add(thesis(horizon));
        }
        return theses;
    }

    Thesis thesis(Horizon horizon) {
        return pool(horizon, (1 << answered.size()) - 1);
    }

    /** Pools the experts whose bit is set. */
    private Thesis pool(Horizon horizon, int members) {
        double[] sums = new double[DIRECTIONS.length];
        double mass = 0;
        for (int i = 0; i < weights.length; i++) {
            if ((members >> i & 1) == 1) {
                Thesis thesis = answered.get(i).thesis(horizon);
                mass += weights[i];
                for (Direction direction : DIRECTIONS) {
                    sums[direction.ordinal()] += weights[i] * term(thesis.probability(direction));
                }
            }
        }
        if (!(mass > 0)) {
            return Thesis.uniform(horizon);
        }
        if (!isLinear()) {
            exponentials(sums);
            mass = Arrays.stream(sums).sum();
        }
        return new Thesis(
                horizon,
                sums[Direction.UP.ordinal()] / mass,
                sums[Direction.DOWN.ordinal()] / mass,
                sums[Direction.FLAT.ordinal()] / mass);
    }

    private double term(double probability) {
        return isLinear()
                ? probability
                : evidence * Math.log(Math.max(MixtureGate.SMALLEST_PROBABILITY, probability));
    }

    private static void exponentials(double[] logs) {
        double largest = Arrays.stream(logs).max().orElseThrow();
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.exp(logs[i] - largest);
        }
    }

    VolatilityView volatility() {
        if (answered.isEmpty()) {
            return VolatilityView.uniform();
        }
        double expand = 0;
        double contract = 0;
        double same = 0;
        for (int i = 0; i < weights.length; i++) {
            VolatilityView view = answered.get(i).volatility();
            expand += weights[i] * view.expand();
            contract += weights[i] * view.contract();
            same += weights[i] * view.same();
        }
        return new VolatilityView(expand, contract, same);
    }

    /** Returns one weight per expert, 0 for those that did not answer; equal when none did. */
    List<GateWeight> weights() {
        double[] all = new double[EXPERTS.length];
        if (answered.isEmpty()) {
            Arrays.fill(all, 1.0 / EXPERTS.length);
        }
        for (int i = 0; i < weights.length; i++) {
            all[answered.get(i).expert().ordinal()] = Math.min(1, weights[i]);
        }
        List<GateWeight> list = new ArrayList<>();
        for (Expert expert : EXPERTS) {
            list.add(new GateWeight(expert, all[expert.ordinal()]));
        }
        return list;
    }

    /** Returns the experts whose opinion had not come. */
    static List<Expert> missing(List<ExpertOpinion> opinions) {
        List<Expert> missing = new ArrayList<>();
        for (Expert expert : EXPERTS) {
            if (opinions.stream().noneMatch(o -> o.expert() == expert)) {
                missing.add(expert);
            }
        }
        return missing;
    }

    /**
     * Returns what each expert added to ln(up / down) of the pooled 15-minute thesis, largest
     * first: its exact Shapley value, over every order in which the experts can join the pool. An
     * empty pool leans nowhere, so the values sum to the whole.
     *
     * <p>Empty when a logarithm does not exist.
     *
     * <p>Reference: Shapley, "A value for n-person games", 1953.
     */
    List<Contribution> contributions() {
        int count = answered.size();
        double[] lean = new double[1 << count];
        for (int members = 0; members < lean.length; members++) {
            Thesis thesis = pool(Horizon.MINUTES_15, members);
            lean[members] = Math.log(thesis.up() / thesis.down());
            if (!Double.isFinite(lean[members])) {
                return List.of();
            }
        }
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double value = 0;
            for (int others = 0; others < lean.length; others++) {
                if ((others >> i & 1) == 0) {
                    double orders = orders(Integer.bitCount(others), count);
                    value += orders * (lean[others | 1 << i] - lean[others]);
                }
            }
            contributions.add(new Contribution(answered.get(i).expert().name(), value));
        }
        contributions.sort(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.value())));
        return contributions;
    }

    /** Share of the orders of {@code count} members in which these come right before another. */
    private static double orders(int before, int count) {
        double choices = 1;
        for (int i = 0; i < before; i++) {
            choices = choices * (count - 1 - i) / (i + 1);
        }
        return 1 / (count * choices);
    }
}

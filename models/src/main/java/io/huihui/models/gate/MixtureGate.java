package io.huihui.models.gate;

import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.decision.WeightSource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A mixture of experts: a network says from the state of the market and the experts' recent
 * outcomes what the evidence of each is worth; the theses are pooled by it in logarithms, and
 * calibrated by what came true.
 *
 * <p>The network is asked only where it has been trained and once outcomes are in; else theses are
 * averaged by the booster's weights, and before those have any outcome, by equal ones.
 *
 * <p>Reference: the mixture follows Jacobs, Jordan, Nowlan, Hinton, "Adaptive mixtures of local
 * experts", Neural Computation 3, 1991.
 */
public final class MixtureGate {

    /** Name of what calibration adds to ln(up / down), among the contributions. */
    private static final String CALIBRATION = "CALIBRATION";

    /** Nobody's zero may rule a direction out for all; so in training too. */
    public static final double SMALLEST_PROBABILITY = 1e-3;

    /** No expert's evidence is worth more than that of this many like it: e to the second. */
    public static final double LARGEST_LOG_WEIGHT = 2;

    private final GateNetworkModel model;
    private final String version;

    public MixtureGate(GateNetworkModel model) {
        this.model = model;
        this.version = "mixture/1+" + model.version();
    }

    public String version() {
        return version;
    }

    public GateNetworkModel model() {
        return model;
    }

    /** Returns whether the network has been trained where this question is asked. */
    public boolean asks(GateQuestion question) {
        return question.isAnswerableBy(model);
    }

    /** Writes what the network is to look at into a row of {@code rows}. */
    public void standardise(GateQuestion question, float[] rows, int row) {
        question.standardise(model, rows, row);
    }

    /**
     * What the gate made of a question.
     *
     * @param pooled theses of the verdict before they were calibrated
     */
    public record Answer(Verdict verdict, List<Thesis> pooled) {}

    /**
     * Returns the answer, and lets it wait for its outcomes.
     *
     * @param logWeights what the network said, one per expert; null when it was not asked
     */
    public Answer answer(GateQuestion question, float[] logWeights, GateMemory memory) {
        WeightedPool pool;
        WeightSource source;
        if (logWeights != null) {
            pool = byNetwork(question, logWeights);
            source = WeightSource.NETWORK;
        } else {
            FixedShareHedge booster = memory.booster();
            pool = WeightedPool.linear(question.opinions(), booster.weights());
            source = booster.outcomes() > 0 ? WeightSource.BOOSTER : WeightSource.EQUAL;
        }
        List<Thesis> pooled = pool.theses();
        List<Thesis> theses = pool.answered().isEmpty() ? pooled : memory.calibrated(pooled);
        if (question.market() != null && !pool.answered().isEmpty()) {
            memory.add(question.market(), question.opinions(), pooled);
        }
        Verdict verdict =
                Verdicts.of(
                        question.snapshot(),
                        question.opinions(),
                        pool,
                        theses,
                        contributions(pool, pooled, theses),
                        source,
                        version);
        return new Answer(verdict, pooled);
    }

    /**
     * Returns the theses that the network would have the gate pool, before they are calibrated.
     *
     * @param logWeights what the network said, one per expert
     */
    public List<Thesis> pooled(GateQuestion question, float[] logWeights) {
        return byNetwork(question, logWeights).theses();
    }

    private static WeightedPool byNetwork(GateQuestion question, float[] logWeights) {
        return WeightedPool.logarithmic(question.opinions(), exponentials(logWeights));
    }

    /**
     * Returns the answer at once: question, network, answer.
     *
     * @param network null when only the booster's weights are wanted
     */
    public Answer judge(
            GateMarket market,
            List<ExpertOpinion> opinions,
            GateNetwork network,
            GateMemory memory) {
        GateQuestion question = GateQuestion.of(market.snapshot(), market, opinions, memory);
        float[] logWeights = null;
        if (network != null && asks(question)) {
            float[] row = new float[model.names().size()];
            standardise(question, row, 0);
            logWeights = network.logWeights(row, 1);
        }
        return answer(question, logWeights, memory);
    }

    private static double[] exponentials(float[] logWeights) {
        double[] weights = new double[logWeights.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(Math.min(LARGEST_LOG_WEIGHT, logWeights[i]));
        }
        return weights;
    }

    private static List<Contribution> contributions(
            WeightedPool pool, List<Thesis> pooled, List<Thesis> theses) {
        Thesis said = pooled.get(Horizon.MINUTES_15.ordinal());
        Thesis calibrated = theses.get(Horizon.MINUTES_15.ordinal());
        List<Contribution> contributions = pool.contributions();
        double moved = logRatio(calibrated) - logRatio(said);
        if (contributions.isEmpty() || moved == 0 || !Double.isFinite(moved)) {
            return contributions;
        }
        List<Contribution> all = new ArrayList<>(contributions);
        all.add(new Contribution(CALIBRATION, moved));
        all.sort(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.value())));
        return all;
    }

    private static double logRatio(Thesis thesis) {
        return Math.log(thesis.up() / thesis.down());
    }
}

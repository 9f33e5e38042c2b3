package io.huihui.models.gate;

import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.decision.WeightSource;
import io.huihui.models.feature.SnapshotId;

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

    /** Independent outcomes before the experts' recent scores say something. */
    static final double WARM = 3;

    /** Name of what calibration adds to ln(up / down), among the contributions. */
    private static final String CALIBRATION = "CALIBRATION";

    /** Nobody's zero may rule a direction out for all; so in training too. */
    public static final double SMALLEST_PROBABILITY = 1e-3;

    /** No expert's evidence is worth more than that of this many like it: e to the second. */
    private static final double LARGEST_LOG_WEIGHT = 2;

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

    /** One snapshot on its way through the gate. */
    public static final class Question {

        private final SnapshotId snapshot;
        private final GateMarket market;
        private final List<ExpertOpinion> opinions;
        private final double[] inputs;

        /** {@code market} and {@code inputs} are null when there are none. */
        private Question(
                SnapshotId snapshot,
                GateMarket market,
                List<ExpertOpinion> opinions,
                double[] inputs) {
            this.snapshot = snapshot;
            this.market = market;
            this.opinions = opinions;
            this.inputs = inputs;
        }

        public SnapshotId snapshot() {
            return snapshot;
        }

        public List<ExpertOpinion> opinions() {
            return opinions;
        }

        /** Whether the network is to be asked. */
        public boolean asksNetwork() {
            return inputs != null;
        }

        /** Writes what the network is to look at into a row of {@code rows}. */
        public void standardise(GateNetworkModel model, float[] rows, int row) {
            model.scale().standardise(inputs, rows, row);
        }
    }

    /**
     * Returns the question that a snapshot puts, after learning what its price says.
     *
     * @param market null when the snapshot's own figures have not come
     */
    public Question question(
            SnapshotId snapshot,
            GateMarket market,
            List<ExpertOpinion> opinions,
            GateMemory memory) {
        if (market == null) {
            return new Question(snapshot, null, opinions, null);
        }
        memory.observe(market);
        if (memory.booster().outcomes() < WARM) {
            return new Question(snapshot, market, opinions, null);
        }
        double[] inputs = GateInputs.of(market, opinions, memory.recentBrier());
        return new Question(
                snapshot, market, opinions, model.scale().covers(inputs) ? inputs : null);
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
    public Answer answer(Question question, float[] logWeights, GateMemory memory) {
        WeightedPool pool;
        WeightSource source;
        if (logWeights != null) {
            pool = WeightedPool.logarithmic(question.opinions(), exponentials(logWeights));
            source = WeightSource.NETWORK;
        } else {
            FixedShareHedge booster = memory.booster();
            pool = WeightedPool.linear(question.opinions(), booster.weights());
            source = booster.outcomes() > 0 ? WeightSource.BOOSTER : WeightSource.EQUAL;
        }
        List<Thesis> pooled = pool.theses();
        List<Thesis> theses = pool.answered().isEmpty() ? pooled : memory.calibrated(pooled);
        if (question.market != null && !pool.answered().isEmpty()) {
            memory.add(question.market, question.opinions(), pooled);
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
     * Returns the answer at once: question, network, answer.
     *
     * @param network null when only the booster's weights are wanted
     */
    public Answer judge(
            GateMarket market,
            List<ExpertOpinion> opinions,
            GateNetwork network,
            GateMemory memory) {
        Question question = question(market.snapshot(), market, opinions, memory);
        float[] logWeights = null;
        if (network != null && question.asksNetwork()) {
            float[] row = new float[model.names().size()];
            question.standardise(model, row, 0);
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

package io.huihui.models.gate;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.expert.ResolvedOpinion;
import io.huihui.models.expert.WaitingOpinions;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.outcome.OutcomeScorer;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the gate remembers of one symbol: how each expert did lately, the booster's weights, how the
 * pooled theses came true, and which of two networks does better. It learns from prices in the
 * snapshots it is shown, so nothing is known before its time.
 */
public final class GateMemory implements BinaryState {

    private static final int STATE_VERSION = 2;

    private static final Expert[] EXPERTS = Expert.values();
    private static final Horizon[] HORIZONS = Horizon.values();
    private static final Direction[] DIRECTIONS = Direction.values();

    /** Numbers kept of each expert's opinion: its probabilities; NaN when it did not answer. */
    private static final int OF_EXPERT = HORIZONS.length * DIRECTIONS.length;

    /** Numbers kept of all opinions; those of what the challenger would have pooled follow. */
    private static final int OF_EXPERTS = EXPERTS.length * OF_EXPERT;

    private static final Horizon COMPARED = Horizon.MINUTES_15;

    /** Independent outcomes that the recent Brier score looks back on. */
    private static final double RECENT = 20;

    private static final double LARGEST_BRIER = 2;

    /** Outcomes of the shortest horizon until one shares nothing with the first. */
    private static final int BLOCK = (int) (HORIZONS[0].millis() / WaitingOpinions.STEP_MILLIS);

    private final WaitingOpinions waiting = new WaitingOpinions(OF_EXPERTS + OF_EXPERT);
    private final PoolCalibrator[] calibrators = new PoolCalibrator[HORIZONS.length];
    private final FixedShareHedge booster = new FixedShareHedge(EXPERTS.length);
    private final double[] recentBrier = new double[EXPERTS.length];
    private final NetworkDuel duel = new NetworkDuel();
    private final List<NetworkDuel.Decision> decisions = new ArrayList<>();
    private double blockLoss;
    private int blockCount;

    public GateMemory() {
        for (int i = 0; i < calibrators.length; i++) {
            calibrators[i] = new PoolCalibrator();
        }
        Arrays.fill(recentBrier, Double.NaN);
    }

    /** Learns what the price at a snapshot says of earlier verdicts. */
    public void observe(GateMarket market) {
        waiting.observe(market.snapshot(), market.price(), this::learn);
    }

    /**
     * Learns one outcome.
     *
     * @param resolved of the pooled thesis; its inputs as {@link #kept} gives them
     */
    public void learn(ResolvedOpinion resolved) {
        Horizon horizon = resolved.horizon();
        Direction realized = resolved.realized();
        calibrators[horizon.ordinal()].learn(resolved.said(), realized, resolved.weight());
        double[] losses = new double[EXPERTS.length];
        for (Expert expert : EXPERTS) {
            double brier = brier(resolved.inputs(), expert, horizon, realized);
            losses[expert.ordinal()] = brier / LARGEST_BRIER;
            if (!Double.isNaN(brier)) {
                remember(expert, brier, resolved.weight());
            }
        }
        if (horizon == HORIZONS[0]) {
            watch(booster.mixedLoss(losses));
        }
        booster.learn(losses, resolved.weight());
        compare(resolved);
    }

    /**
     * Lets an outcome of the horizon that directives go by speak for one of the networks, where
     * both have been asked.
     */
    private void compare(ResolvedOpinion resolved) {
        int first = OF_EXPERTS + COMPARED.ordinal() * DIRECTIONS.length;
        double[] challenger =
                Arrays.copyOfRange(resolved.inputs(), first, first + DIRECTIONS.length);
        if (resolved.horizon() != COMPARED || Double.isNaN(challenger[0])) {
            return;
        }
        double[] champion = new double[DIRECTIONS.length];
        write(List.of(resolved.said()), champion, 0);
        NetworkDuel.Decision decision =
                duel.learn(champion, challenger, resolved.realized(), resolved.weight());
        if (decision != null) {
            decisions.add(decision);
            waiting.forget(OF_EXPERTS);
        }
    }

    private static double brier(double[] kept, Expert expert, Horizon horizon, Direction realized) {
        int first = expert.ordinal() * OF_EXPERT + horizon.ordinal() * DIRECTIONS.length;
        double sum = 0;
        for (Direction direction : DIRECTIONS) {
            double miss = kept[first + direction.ordinal()] - (direction == realized ? 1 : 0);
            sum += miss * miss;
        }
        return Double.isNaN(sum) ? sum : Math.min(LARGEST_BRIER, sum);
    }

    private void remember(Expert expert, double brier, double weight) {
        int place = expert.ordinal();
        if (Double.isNaN(recentBrier[place])) {
            recentBrier[place] = OutcomeScorer.UNIFORM_BRIER;
        }
        recentBrier[place] += weight * 2 / (RECENT + 1) * (brier - recentBrier[place]);
    }

    /** Blocks of the shortest horizon share nothing with each other, so drift is told by them. */
    private void watch(double loss) {
        if (Double.isNaN(loss)) {
            return;
        }
        blockLoss += loss;
        if (++blockCount == BLOCK) {
            booster.watch(blockLoss / BLOCK);
            blockLoss = 0;
            blockCount = 0;
        }
    }

    /** Lets a verdict wait for its outcomes; {@code pooled} as they were before calibration. */
    void add(GateMarket market, List<ExpertOpinion> opinions, List<Thesis> pooled) {
        waiting.add(market.snapshot(), pooled, kept(opinions, null));
    }

    /** Notes what the challenger would have had the gate pool for a verdict that waits. */
    public void challenge(SnapshotId snapshot, List<Thesis> pooled) {
        double[] said = new double[OF_EXPERT];
        write(pooled, said, 0);
        waiting.note(snapshot, OF_EXPERTS, said);
    }

    /**
     * Hears which network was sent last; again and again the same.
     *
     * @param id of the network
     */
    public void hear(String id, NetworkRole role) {
        if (duel.hear(id, role)) {
            waiting.forget(OF_EXPERTS);
        }
    }

    /** Returns what outcomes have decided of the networks since it was last asked for. */
    public List<NetworkDuel.Decision> takeDecisions() {
        List<NetworkDuel.Decision> taken = List.copyOf(decisions);
        decisions.clear();
        return taken;
    }

    public NetworkDuel duel() {
        return duel;
    }

    /** Returns what is kept of opinions until their outcome; NaN for those that did not answer. */
    public static double[] kept(List<ExpertOpinion> opinions) {
        return Arrays.copyOf(kept(opinions, null), OF_EXPERTS);
    }

    /**
     * Returns what is kept of a verdict until its outcome: the opinions, then what the challenger
     * would have had the gate pool; NaN for who did not answer.
     *
     * @param challenger null when there is none, or it was not asked
     */
    public static double[] kept(List<ExpertOpinion> opinions, List<Thesis> challenger) {
        double[] kept = new double[OF_EXPERTS + OF_EXPERT];
        Arrays.fill(kept, Double.NaN);
        for (ExpertOpinion opinion : opinions) {
            if (!opinion.abstained()) {
                write(opinion.theses(), kept, opinion.expert().ordinal() * OF_EXPERT);
            }
        }
        if (challenger != null) {
            write(challenger, kept, OF_EXPERTS);
        }
        return kept;
    }

    private static void write(List<Thesis> theses, double[] kept, int first) {
        int next = first;
        for (Thesis thesis : theses) {
            for (Direction direction : DIRECTIONS) {
                kept[next++] = thesis.probability(direction);
            }
        }
    }

    /** Returns the theses after calibration by what came true of earlier ones. */
    List<Thesis> calibrated(List<Thesis> pooled) {
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : HORIZONS) {
            int place = horizon.ordinal();
            theses.add(calibrators[place].calibrate(pooled.get(place)));
        }
        return theses;
    }

    /** Returns the Brier score of each expert lately, 0..2; NaN before its first outcome. */
    public double[] recentBrier() {
        return recentBrier.clone();
    }

    public FixedShareHedge booster() {
        return booster;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        waiting.writeTo(out);
        for (PoolCalibrator calibrator : calibrators) {
            calibrator.writeTo(out);
        }
        booster.writeTo(out);
        for (double brier : recentBrier) {
            out.writeDouble(brier);
        }
        out.writeDouble(blockLoss);
        out.writeByte(blockCount);
        duel.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        int version = BinaryState.readVersion(in, STATE_VERSION, "gate memory");
        waiting.readFrom(in, version == 1 ? OF_EXPERTS : OF_EXPERTS + OF_EXPERT);
        for (PoolCalibrator calibrator : calibrators) {
            calibrator.readFrom(in);
        }
        booster.readFrom(in);
        for (int i = 0; i < recentBrier.length; i++) {
            recentBrier[i] = in.readDouble();
        }
        blockLoss = in.readDouble();
        blockCount = in.readUnsignedByte();
        if (version > 1) {
            duel.readFrom(in);
        }
    }
}

package io.huihui.models.gate;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/** One snapshot on its way through the gate: what the experts said, and what a network looks at. */
public final class GateQuestion {

    /** Independent outcomes before the experts' recent scores say something. */
    static final double WARM = 3;

    private final SnapshotId snapshot;
    private final GateMarket market;
    private final List<ExpertOpinion> opinions;
    private final double[] inputs;

    /** {@code market} and {@code inputs} are null when there are none. */
    private GateQuestion(
            SnapshotId snapshot, GateMarket market, List<ExpertOpinion> opinions, double[] inputs) {
        this.snapshot = snapshot;
        this.market = market;
        this.opinions = opinions;
        this.inputs = inputs;
    }

    /**
     * Returns the question that a snapshot puts, after learning what its price says.
     *
     * @param market null when the snapshot's own figures have not come
     */
    public static GateQuestion of(
            SnapshotId snapshot,
            GateMarket market,
            List<ExpertOpinion> opinions,
            GateMemory memory) {
        if (market == null) {
            return new GateQuestion(snapshot, null, opinions, null);
        }
        memory.observe(market);
        boolean warm = memory.booster().outcomes() >= WARM;
        return new GateQuestion(
                snapshot,
                market,
                opinions,
                warm ? GateInputs.of(market, opinions, memory.recentBrier()) : null);
    }

    public SnapshotId snapshot() {
        return snapshot;
    }

    public List<ExpertOpinion> opinions() {
        return opinions;
    }

    /** Returns null when the snapshot's own figures have not come. */
    GateMarket market() {
        return market;
    }

    /**
     * Whether a network is to be asked: there is something to look at, and it was trained there.
     */
    boolean isAnswerableBy(GateNetworkModel model) {
        return inputs != null && model.scale().covers(inputs);
    }

    void standardise(GateNetworkModel model, float[] rows, int row) {
        model.scale().standardise(inputs, rows, row);
    }
}

package io.huihui.models.expert.flow;

import io.huihui.models.decision.BorrowedFeature;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.FlowDetail;
import io.huihui.models.decision.FlowIntensity;
import io.huihui.models.decision.FlowType;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.InputQuality;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.VolatilityView;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.expert.InputGroup;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.learner.MirrorSoftmax;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import static io.huihui.models.feature.Feature.*;

/**
 * The flow expert: reads option customers, prints and book of the last minutes, and says with
 * fitted probabilities who trades and what the price does over 5, 15 and 60 minutes.
 */
public final class TrainedFlowExpert implements ExpertModel {

    public static final String MODEL_VERSION = "flow/2";

    private static final int STATE_VERSION = 1;

    /** From here on an institution is believed, or a squeeze. */
    private static final double BELIEVED = 0.5;

    /** Below this an institution is not believed. */
    private static final double DOUBTED = 0.2;

    /** A soft-cut return of 15 minutes beyond this, that prints go along with, is momentum. */
    private static final double MOVED = 0.4;

    /** Cuts between the classes of intensity. */
    private static final double MODERATE_Z = 0.5;

    private static final double HIGH_Z = 1.0;
    private static final double EXTREME_Z = 2.0;

    /**
     * A market of simulated bursts is after one most of the time, and reasons hardly change from
     * one second to the next.
     */
    private static final long REASONS_EVERY_MILLIS = 5_000;

    private static final FlowModels MODELS = FlowModels.shipped();
    private static final ImpactModel IMPACT = ImpactModel.shipped();
    private static final BorrowedSpread SPREADS = BorrowedSpread.shipped();

    private final FlowMemory memory = new FlowMemory();

    /** For the next snapshot only, so it is no part of the state. */
    private List<BorrowedFeature> borrowed = List.of();

    @Override
    public Expert expert() {
        return Expert.FLOW;
    }

    @Override
    public String modelVersion() {
        return MODEL_VERSION;
    }

    /** Takes what others lend for the next snapshot, missing or not. */
    public void borrow(List<BorrowedFeature> lent) {
        borrowed = List.copyOf(lent);
    }

    @Override
    public ExpertOpinion observe(FeatureSnapshot snapshot) {
        List<BorrowedFeature> lent = borrowed;
        borrowed = List.of();
        memory.take(snapshot);
        FeatureVector now = snapshot.features();
        List<InputQuality> quality = quality(now);
        String missing = missing(now);
        if (missing != null) {
            return ExpertOpinion.abstain(
                    snapshot.id(), Expert.FLOW, MODEL_VERSION, quality, missing);
        }
        double[] inputs = memory.inputs(now);
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            double[] chances = MODELS.thesis(horizon).probabilities(inputs);
            double up = chances[MirrorSoftmax.UP];
            double down = chances[MirrorSoftmax.DOWN];
            theses.add(new Thesis(horizon, up, down, chances[MirrorSoftmax.NEITHER]));
        }
        Thesis central = theses.get(Horizon.MINUTES_15.ordinal());
        return new ExpertOpinion(
                snapshot.id(),
                Expert.FLOW,
                theses,
                VolatilityView.uniform(),
                central.probability(central.likeliest()),
                contributions(inputs),
                quality,
                MODEL_VERSION,
                false,
                null,
                null,
                detail(snapshot, inputs, central, lent),
                null);
    }

    private static String missing(FeatureVector now) {
        boolean options = now.has(DWFD_5M) || now.has(OPTION_TRADE_COUNT_1S);
        boolean prints = now.has(TRADE_COUNT_1S);
        if (!options && !prints) {
            return "need option trades or prints of the underlying, was neither; feed one of them";
        }
        if (!now.has(MID) || !(now.has(REALIZED_VOL_60M) || now.has(REALIZED_VOL_30M))) {
            return "need a mid and its realised volatility, was mid "
                    + now.quality(MID)
                    + " and volatility "
                    + now.quality(REALIZED_VOL_30M)
                    + "; wait for the warm-up or feed quotes";
        }
        return null;
    }

    private static List<InputQuality> quality(FeatureVector features) {
        return List.of(
                InputGroup.of("flow", features, DWFD_5M, VAPI_FA_5M, TW_LAF_5M),
                InputGroup.of("option-trades", features, OPTION_TRADE_COUNT_1S),
                InputGroup.of("prints", features, TRADE_COUNT_1S, LIT_SIGNED_SHARES_1S),
                InputGroup.of("book", features, DEPTH_PRESSURE, ORDER_FLOW_IMBALANCE_1S),
                InputGroup.of("off-exchange", features, HIDDEN_BUYER_PROBABILITY),
                InputGroup.of("dealer", features, GIB_INVENTORY, HP_EOD));
    }

    /** Returns what each odd input adds to ln(up / down) at 15 minutes, largest first. */
    private static List<Contribution> contributions(double[] inputs) {
        MirrorSoftmax model = MODELS.thesis(Horizon.MINUTES_15);
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < model.size(); i++) {
            if (model.input(i).isOdd()) {
                contributions.add(
                        new Contribution(model.input(i).name(), 2 * model.part(i, inputs)));
            }
        }
        contributions.sort(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.value())));
        return contributions;
    }

    private static FlowDetail detail(
            FeatureSnapshot snapshot, double[] inputs, Thesis central, List<BorrowedFeature> lent) {
        FeatureVector now = snapshot.features();
        double[] informed = MODELS.informed().probabilities(inputs);
        double buyer = now.orNaN(HIDDEN_BUYER_PROBABILITY);
        double seller = now.orNaN(HIDDEN_SELLER_PROBABILITY);
        double institutional = Institutional.of(Institutional.of(informed), buyer, seller);
        double side = informed[MirrorSoftmax.UP] - informed[MirrorSoftmax.DOWN];
        side += Double.isNaN(buyer) ? 0 : buyer - seller;
        DealerPositioning dealers = DealerPositioning.of(now);
        Double squeeze = dealers == null ? null : dealers.shortGammaProbability() * central.up();
        double cleaned =
                CleanDivergence.of(now.orNaN(DWFD_5M), MODELS.book().probabilities(inputs));
        return new FlowDetail(
                now.get(VAPI_FA_5M),
                Double.isNaN(cleaned) ? null : cleaned,
                now.get(TW_LAF_5M),
                type(inputs, institutional, side, squeeze),
                intensity(now.orNaN(VAPI_FA_5M), cleaned, now.orNaN(TW_LAF_5M)),
                institutional,
                now.get(GIB_INVENTORY),
                now.get(HP_EOD),
                squeeze,
                SPREADS.applied(
                        IMPACT.impact(
                                inputs,
                                FlowMemory.secondDeviation(now),
                                snapshot.id().secondEndMillis() % REASONS_EVERY_MILLIS == 0),
                        FlowBorrowing.regimeVolatility(lent),
                        FlowMemory.volatility(now)),
                lent);
    }

    static FlowType type(double[] inputs, double institutional, double side, Double squeeze) {
        if (squeeze != null && squeeze >= BELIEVED) {
            return FlowType.GAMMA_SQUEEZE;
        }
        if (institutional >= BELIEVED) {
            return side > 0
                    ? FlowType.INSTITUTIONAL_ACCUMULATION
                    : FlowType.INSTITUTIONAL_DISTRIBUTION;
        }
        double moved = inputs[FlowInput.RETURN_15M.ordinal()];
        double prints = inputs[FlowInput.SHARE_TRADES_10M.ordinal()];
        if (Math.abs(moved) >= MOVED && moved * prints > 0) {
            return FlowType.MOMENTUM_DRIVEN;
        }
        boolean busy = inputs[FlowInput.OPTION_ACTIVITY_1M.ordinal()] > 0;
        return busy && institutional < DOUBTED ? FlowType.RETAIL_SPECULATION : FlowType.MIXED;
    }

    private static FlowIntensity intensity(double... scores) {
        double largest = 0;
        for (double score : scores) {
            largest = Double.isNaN(score) ? largest : Math.max(largest, Math.abs(score));
        }
        if (largest >= EXTREME_Z) {
            return FlowIntensity.EXTREME;
        }
        return largest >= HIGH_Z
                ? FlowIntensity.HIGH
                : largest >= MODERATE_Z ? FlowIntensity.MODERATE : FlowIntensity.LOW;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        memory.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "flow expert");
        memory.readFrom(in);
    }
}

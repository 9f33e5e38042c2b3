package io.huihui.models.expert.flow;

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
import io.huihui.models.expert.ScoreMap;
import io.huihui.models.expert.ScoreSum;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import static io.huihui.models.feature.Feature.*;

/**
 * The predecessor's rules about option flow, kept as the baseline which later models must beat: the
 * mean of the three headline flow scores, per horizon.
 */
public final class RuleBasedFlowExpert implements ExpertModel {

    public static final String MODEL_VERSION = "baseline-flow/1";

    private static final int STATE_VERSION = 1;

    /** Beyond this z the predecessor called a flow strong. */
    private static final double STRONG_Z = 2.0;

    /** Beyond this z the predecessor took a flow as confirmed. */
    private static final double CONFIRMED_Z = 1.5;

    /** Cuts between the classes of intensity. */
    private static final double MODERATE_Z = 0.5;

    private static final double HIGH_Z = 1.0;

    @Override
    public Expert expert() {
        return Expert.FLOW;
    }

    @Override
    public String modelVersion() {
        return MODEL_VERSION;
    }

    @Override
    public ExpertOpinion observe(FeatureSnapshot snapshot) {
        FeatureVector features = snapshot.features();
        List<InputQuality> quality = quality(features);
        ScoreSum at15 = score(features, Horizon.MINUTES_15);
        ScoreSum at5 = score(features, Horizon.MINUTES_5);
        if (at5.count() == 0 && at15.count() == 0) {
            return ExpertOpinion.abstain(
                    snapshot.id(),
                    Expert.FLOW,
                    MODEL_VERSION,
                    quality,
                    "need at least one of VAPI-FA, DWFD and TW-LAF at 5 or 15 minutes, was none;"
                            + " wait for the warm-up or feed option trades");
        }
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            double score = score(features, horizon).mean();
            theses.add(ScoreMap.thesis(horizon, Double.isNaN(score) ? 0 : score));
        }
        Thesis central = theses.get(Horizon.MINUTES_15.ordinal());
        return new ExpertOpinion(
                snapshot.id(),
                Expert.FLOW,
                theses,
                VolatilityView.uniform(),
                central.probability(central.likeliest()),
                at15.contributions(),
                quality,
                MODEL_VERSION,
                false,
                null,
                null,
                detail(features),
                null);
    }

    private static List<InputQuality> quality(FeatureVector features) {
        return List.of(
                InputGroup.of(
                        "flow",
                        features,
                        VAPI_FA_5M,
                        DWFD_5M,
                        TW_LAF_5M,
                        VAPI_FA_15M,
                        DWFD_15M,
                        TW_LAF_15M,
                        VAPI_FA_60M,
                        DWFD_60M,
                        TW_LAF_60M),
                InputGroup.of("dealer", features, GIB_INVENTORY, HP_EOD));
    }

    private static ScoreSum score(FeatureVector features, Horizon horizon) {
        Feature[] trio =
                switch (horizon) {
                    case MINUTES_5 -> new Feature[] {VAPI_FA_5M, DWFD_5M, TW_LAF_5M};
                    case MINUTES_15 -> new Feature[] {VAPI_FA_15M, DWFD_15M, TW_LAF_15M};
                    case MINUTES_60 -> new Feature[] {VAPI_FA_60M, DWFD_60M, TW_LAF_60M};
                };
        ScoreSum sum = new ScoreSum();
        for (Feature feature : trio) {
            sum.add(feature.name(), 1, ScoreMap.ofZ(features.orNaN(feature)));
        }
        return sum;
    }

    private static FlowDetail detail(FeatureVector features) {
        Double vapiFa = features.get(VAPI_FA_5M);
        Double dwfd = features.get(DWFD_5M);
        Double twLaf = features.get(TW_LAF_5M);
        return new FlowDetail(
                vapiFa,
                dwfd,
                twLaf,
                type(features),
                intensity(features),
                institutional(dwfd, twLaf),
                features.get(GIB_INVENTORY),
                features.get(HP_EOD),
                null,
                null,
                List.of());
    }

    /** A comparison with a missing value (NaN) is false, so what is missing never makes a label. */
    static FlowType type(FeatureVector features) {
        double vapiFa = features.orNaN(VAPI_FA_5M);
        double dwfd = features.orNaN(DWFD_5M);
        double twLaf = features.orNaN(TW_LAF_5M);
        if (features.orNaN(GIB_INVENTORY) < 0 && vapiFa >= STRONG_Z && twLaf >= CONFIRMED_Z) {
            return FlowType.GAMMA_SQUEEZE;
        }
        if (Math.abs(dwfd) >= STRONG_Z) {
            return dwfd > 0
                    ? FlowType.INSTITUTIONAL_ACCUMULATION
                    : FlowType.INSTITUTIONAL_DISTRIBUTION;
        }
        if (Math.abs(vapiFa) >= CONFIRMED_Z) {
            return FlowType.MOMENTUM_DRIVEN;
        }
        if (Math.abs(twLaf) >= CONFIRMED_Z && Math.abs(dwfd) < MODERATE_Z) {
            return FlowType.RETAIL_SPECULATION;
        }
        return FlowType.MIXED;
    }

    private static FlowIntensity intensity(FeatureVector features) {
        double largest = 0;
        for (Feature feature : List.of(VAPI_FA_5M, DWFD_5M, TW_LAF_5M)) {
            if (features.has(feature)) {
                largest = Math.max(largest, Math.abs(features.orNaN(feature)));
            }
        }
        if (largest >= STRONG_Z) {
            return FlowIntensity.EXTREME;
        }
        return largest >= HIGH_Z
                ? FlowIntensity.HIGH
                : largest >= MODERATE_Z ? FlowIntensity.MODERATE : FlowIntensity.LOW;
    }

    /** The predecessor's mean of capped shares of the thresholds; null unless both are there. */
    private static Double institutional(Double dwfd, Double twLaf) {
        if (dwfd == null || twLaf == null) {
            return null;
        }
        return (Math.min(Math.abs(dwfd) / STRONG_Z, 1) + Math.min(Math.abs(twLaf) / CONFIRMED_Z, 1))
                / 2;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "baseline flow expert");
    }
}

package io.huihui.models.directive;

import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.GateWeight;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.decision.VolatilityView;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;

import java.util.ArrayList;
import java.util.List;

/** Verdicts for tests. */
public final class Verdicts {

    private Verdicts() {}

    /** What an equal-weight gate makes of three experts that say the same. */
    public static Verdict leaning(int second, double up, double down, EventRegimeName... events) {
        SnapshotId snapshot = Snapshots.at(second, new FeatureVector.Builder().build()).id();
        List<EventRegime> active = new ArrayList<>();
        for (EventRegimeName name : events) {
            long onset = Snapshots.TEN_O_CLOCK - 60_000;
            active.add(new EventRegime(name, onset, 0.5, snapshot.secondEndMillis() + 60_000));
        }
        double weight = 1.0 / 3;
        return new Verdict(
                snapshot,
                theses(up, down),
                VolatilityView.uniform(),
                Math.max(up, down),
                1,
                List.of(
                        new GateWeight(Expert.REGIME, weight),
                        new GateWeight(Expert.FLOW, weight),
                        new GateWeight(Expert.SENTIMENT, weight)),
                List.of(Expert.values()),
                List.of(),
                List.of(new Contribution("FLOW", Math.log(up / down))),
                "MEDIUM_VOL_RANGING",
                active,
                false,
                null,
                null,
                null,
                "test/1");
    }

    private static List<Thesis> theses(double up, double down) {
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            theses.add(new Thesis(horizon, up, down, 1 - up - down));
        }
        return theses;
    }

    /** What is said of a snapshot by regime and flow expert, with half of the weight each. */
    public static Verdict on(
            SnapshotId snapshot,
            double up,
            double down,
            VolatilityView volatility,
            double confidence,
            double agreement) {
        return new Verdict(
                snapshot,
                theses(up, down),
                volatility,
                confidence,
                agreement,
                List.of(
                        new GateWeight(Expert.REGIME, 0.5),
                        new GateWeight(Expert.FLOW, 0.5),
                        new GateWeight(Expert.SENTIMENT, 0)),
                List.of(Expert.REGIME, Expert.FLOW),
                List.of(),
                List.of(),
                "UNKNOWN",
                List.of(),
                false,
                null,
                null,
                null,
                "test/1");
    }

    /** The same as {@link #leaning}, with a view of volatility instead of one of the price. */
    public static Verdict volatility(int second, double expand, double contract) {
        Verdict flat = leaning(second, 0.3, 0.3, EventRegimeName.SIDEWAYS_MARKET);
        return new Verdict(
                flat.snapshot(),
                flat.theses(),
                new VolatilityView(expand, contract, 1 - expand - contract),
                flat.confidence(),
                flat.agreement(),
                flat.weights(),
                flat.answered(),
                flat.missing(),
                List.of(),
                flat.marketState(),
                List.of(
                        event(EventRegimeName.SIDEWAYS_MARKET),
                        event(EventRegimeName.VOL_EXPANSION_IMMINENT_VRI0DTE_BULLISH)),
                false,
                null,
                flat.weightSource(),
                flat.evidence(),
                flat.gateVersion());
    }

    private static EventRegime event(EventRegimeName name) {
        long onset = Snapshots.TEN_O_CLOCK - 60_000;
        return new EventRegime(name, onset, 0.5, Snapshots.TEN_O_CLOCK + 86_400_000L);
    }

    /** Market at a price, with all that a trade needs apart from options. */
    public static FeatureSnapshot market(int second, double mid) {
        return market(second, mid, 0.20);
    }

    static FeatureSnapshot market(int second, double mid, double realizedVolatility) {
        return Snapshots.at(
                second,
                new FeatureVector.Builder()
                        .set(Feature.MID, mid)
                        .set(Feature.AVERAGE_TRUE_RANGE_5M_BARS, 1)
                        .set(Feature.AVERAGE_TRUE_RANGE_14D, 1)
                        .set(Feature.REALIZED_VOL_60M, realizedVolatility)
                        .set(Feature.RELATIVE_SPREAD, 1e-5)
                        .set(Feature.MINUTES_TO_CLOSE, 300)
                        .build());
    }
}

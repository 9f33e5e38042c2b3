package io.huihui.models.expert.regime;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.calendar.Session;
import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.decision.Bias;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.InputQuality;
import io.huihui.models.decision.MarketCondition;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.RegimeDetail;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.VolatilityLevel;
import io.huihui.models.decision.VolatilityView;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.expert.InputGroup;
import io.huihui.models.expert.ScoreMap;
import io.huihui.models.expert.ScoreSum;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

import static io.huihui.models.feature.Feature.*;

/**
 * The predecessor's rules about regimes, kept as the baseline which later models must beat: a state
 * by volatility and trend, event regimes by rules, and the composite of its third volatility regime
 * indicator, restated on -1..1.
 */
public final class RuleBasedRegimeExpert implements ExpertModel {

    public static final String MODEL_VERSION = "baseline-regime/1";

    private static final int STATE_VERSION = 3;

    /** The one of release 0.1.0. */
    private static final int RELEASED_VERSION = 1;

    /** The one that named no rules: those that shipped. */
    private static final int SHIPPED_RULES_VERSION = 2;

    /** The predecessor's weights of the composite: volatility, flow, stability, momentum. */
    private static final double[] COMPOSITE_WEIGHTS = {0.3, 0.3, 0.2, 0.2};

    private RegimeRules rules;
    private MetricMemory memory;
    private RuleEvaluator evaluator;
    private EventRegimeTracker events;
    private final StateTracker state = new StateTracker();
    private final TradingCalendar calendar = TradingCalendar.newYork();

    /** With the rules that ship with this release; also used when state is restored. */
    public RuleBasedRegimeExpert() {
        this(RegimeRules.shipped());
    }

    public RuleBasedRegimeExpert(RegimeRules rules) {
        begin(rules);
    }

    private void begin(RegimeRules with) {
        rules = with;
        memory = new MetricMemory(with);
        evaluator = new RuleEvaluator(memory);
        events = new EventRegimeTracker(with);
    }

    /** Judges by these rules from now on; what is remembered of metrics they name is kept. */
    public void follow(RegimeRules others) {
        if (!others.equals(rules)) {
            MetricMemory before = memory;
            EventRegimeTracker active = events;
            begin(others);
            memory.takeOver(before);
            events.takeOver(active);
        }
    }

    @Override
    public Expert expert() {
        return Expert.REGIME;
    }

    @Override
    public String modelVersion() {
        return MODEL_VERSION;
    }

    @Override
    public ExpertOpinion observe(FeatureSnapshot snapshot) {
        long now = snapshot.id().secondEndMillis();
        StateReading reading = StateReading.of(snapshot.features());
        List<InputQuality> quality = quality(snapshot.features());
        Session session = calendar.session(now - 1);
        Situation situation = situation(snapshot, session, reading);
        List<EventRegime> active = events.observe(situation, evaluator);
        memory.remember(snapshot, session, calendar.date(now - 1));
        if (reading.saysNothing()) {
            return ExpertOpinion.abstain(
                    snapshot.id(),
                    Expert.REGIME,
                    MODEL_VERSION,
                    quality,
                    "need implied or realised volatility, was neither; wait for the warm-up or feed"
                            + " quotes");
        }
        return opinion(snapshot, reading, situation.trend(), active, quality);
    }

    private Situation situation(FeatureSnapshot snapshot, Session session, StateReading reading) {
        // Days since 1970-01-01, a Thursday.
        long date = calendar.date(snapshot.id().secondEndMillis() - 1);
        DayOfWeek weekday = DayOfWeek.THURSDAY.plus(date);
        Bias trend =
                Math.abs(reading.trend()) > StateReading.TREND_CUT
                        ? Bias.of(reading.trend())
                        : Bias.NEUTRAL;
        return new Situation(snapshot, session, weekday, trend);
    }

    private ExpertOpinion opinion(
            FeatureSnapshot snapshot,
            StateReading reading,
            Bias trend,
            List<EventRegime> active,
            List<InputQuality> quality) {
        FeatureVector features = snapshot.features();
        ScoreSum direction = direction(features, reading);
        double score = direction.count() == 0 ? 0 : direction.mean();
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            theses.add(ScoreMap.thesis(horizon, score));
        }
        Thesis central = theses.get(Horizon.MINUTES_15.ordinal());
        double volatility = volatilityScore(features);
        return new ExpertOpinion(
                snapshot.id(),
                Expert.REGIME,
                theses,
                Double.isNaN(volatility)
                        ? VolatilityView.uniform()
                        : ScoreMap.volatility(volatility),
                central.probability(central.likeliest()),
                direction.contributions(),
                quality,
                MODEL_VERSION,
                false,
                null,
                detail(snapshot, reading, trend, active),
                null,
                null);
    }

    private RegimeDetail detail(
            FeatureSnapshot snapshot, StateReading reading, Bias trend, List<EventRegime> active) {
        long now = snapshot.id().secondEndMillis();
        MarketCondition condition = state.observe(reading.posterior(), now);
        MarketState marketState =
                new MarketState(
                        snapshot.id(),
                        condition,
                        reading.posterior(),
                        trend,
                        state.ageMillis(now),
                        List.of(),
                        active,
                        rules.version());
        double composite = composite(snapshot.features(), reading);
        return new RegimeDetail(
                marketState,
                Double.isNaN(composite) ? null : composite,
                level(snapshot.features().get(ATM_IV_30D)),
                null,
                null);
    }

    private static List<InputQuality> quality(FeatureVector features) {
        return List.of(
                InputGroup.of("volatility", features, ATM_IV_30D, REALIZED_VOL_60M),
                InputGroup.of("trend", features, RETURN_60M, REALIZED_VOL_60M),
                InputGroup.of("flow", features, VAPI_FA_5M, DWFD_5M),
                InputGroup.of("structure", features, A_MSPI));
    }

    /** Trend and momentum lean one way; volatility and stability do not. */
    private static ScoreSum direction(FeatureVector features, StateReading reading) {
        return new ScoreSum()
                .add("TREND", 1, Math.tanh(reading.trend() / StateReading.TREND_CUT / 2))
                .add(VAPI_FA_15M.name(), 1, ScoreMap.ofZ(features.orNaN(VAPI_FA_15M)));
    }

    /** Above 0 when the market moves more than its options expect; NaN when not known. */
    private static double volatilityScore(FeatureVector features) {
        double ratio = features.orNaN(REALIZED_VOL_60M) / features.orNaN(ATM_IV_30D);
        return ratio > 0 ? Math.tanh(Math.log(ratio)) : Double.NaN;
    }

    /** The predecessor's composite of what is there; NaN when nothing is. */
    private static double composite(FeatureVector features, StateReading reading) {
        double flow =
                new ScoreSum()
                        .add(VAPI_FA_5M.name(), 1, ScoreMap.ofZ(features.orNaN(VAPI_FA_5M)))
                        .add(DWFD_5M.name(), 1, ScoreMap.ofZ(features.orNaN(DWFD_5M)))
                        .mean();
        return new ScoreSum()
                .add("VOLATILITY", COMPOSITE_WEIGHTS[0], volatilityScore(features))
                .add("FLOW", COMPOSITE_WEIGHTS[1], flow)
                .add("STABILITY", COMPOSITE_WEIGHTS[2], ScoreMap.ofZ(features.orNaN(A_MSPI)))
                .add("MOMENTUM", COMPOSITE_WEIGHTS[3], ScoreMap.ofZ(reading.trend()))
                .mean();
    }

    private static VolatilityLevel level(Double impliedVolAnnual) {
        if (impliedVolAnnual == null) {
            return null;
        }
        if (impliedVolAnnual < StateReading.LOW_CUT) {
            return VolatilityLevel.SUBDUED;
        }
        if (impliedVolAnnual < StateReading.HIGH_CUT) {
            return VolatilityLevel.NORMAL;
        }
        return impliedVolAnnual < StateReading.STRESS_CUT
                ? VolatilityLevel.ELEVATED
                : VolatilityLevel.EXTREME;
    }

    /** Rules of one's own are written, so that what is remembered for them is found again. */
    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        boolean own = !rules.equals(RegimeRules.shipped());
        out.writeBoolean(own);
        if (own) {
            byte[] text = rules.yaml().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
        memory.writeTo(out);
        events.writeTo(out);
        state.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        int version = BinaryState.readVersion(in, STATE_VERSION, "baseline regime expert");
        if (version > SHIPPED_RULES_VERSION && in.readBoolean()) {
            begin(own(in));
        } else {
            begin(RegimeRules.shipped());
        }
        if (version == RELEASED_VERSION) {
            memory.readReleased(in);
        } else {
            memory.readFrom(in);
        }
        events.readFrom(in);
        state.readFrom(in);
    }

    /** Returns the rules written; those that ship where this release knows a name no more. */
    private static RegimeRules own(DataInput in) throws IOException {
        byte[] text = new byte[in.readInt()];
        in.readFully(text);
        try {
            return RegimeRules.of(new String(text, StandardCharsets.UTF_8));
        } catch (InvalidRecordException notUnderstood) {
            return RegimeRules.shipped();
        }
    }
}

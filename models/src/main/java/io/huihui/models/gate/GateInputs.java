package io.huihui.models.gate;

import io.huihui.models.Require;
import io.huihui.models.calendar.Session;
import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.decision.ConditionProbability;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.InputQuality;
import io.huihui.models.decision.MarketCondition;
import io.huihui.models.decision.MarketState;
import io.huihui.models.feature.Quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The numbers by which the gating network tells which expert to listen to: what the market does,
 * when in the session, and of each expert whether it answered, how sure it is, how it did lately
 * and how good its inputs were. What is missing is NaN.
 */
public final class GateInputs {

    private static final Expert[] EXPERTS = Expert.values();
    private static final Session[] SESSIONS = Session.values();

    /** Place of the first number of an expert; {@link #OF_EXPERT} follow for each. */
    private static final int FIRST_OF_EXPERT = MarketCondition.count() + 4 + SESSIONS.length;

    private static final int OF_EXPERT = 4;

    private static final List<String> NAMES = names();

    private GateInputs() {}

    /** Returns the names of the inputs in their order. */
    public static List<String> all() {
        return NAMES;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (MarketCondition condition : MarketCondition.values()) {
            names.add("posterior_" + condition.name().toLowerCase(Locale.ROOT));
        }
        names.add("ln_realized_vol_30m");
        names.add("iv_percentile_252d");
        names.add("term_slope");
        names.add("zero_dte_volume_share");
        for (Session session : SESSIONS) {
            names.add("session_" + session.name().toLowerCase(Locale.ROOT));
        }
        for (Expert expert : EXPERTS) {
            String prefix = expert.name().toLowerCase(Locale.ROOT);
            names.add(prefix + "_answered");
            names.add(prefix + "_confidence");
            names.add(prefix + "_recent_brier");
            names.add(prefix + "_input_quality");
        }
        return List.copyOf(names);
    }

    /** Returns the place of whether an expert answered, 1 or 0. */
    public static int answered(Expert expert) {
        return FIRST_OF_EXPERT + expert.ordinal() * OF_EXPERT;
    }

    /**
     * Returns the inputs for a snapshot.
     *
     * @param recentBrier of each expert, lately; NaN = no outcome yet
     */
    public static double[] of(
            GateMarket market, List<ExpertOpinion> opinions, double[] recentBrier) {
        Require.that(
                recentBrier.length == EXPERTS.length,
                "a Brier score per expert",
                () -> recentBrier.length + " scores");
        double[] inputs = new double[NAMES.size()];
        Arrays.fill(inputs, Double.NaN);
        int next = 0;
        MarketState state = Verdicts.state(opinions);
        for (int i = 0; i < MarketCondition.count(); i++) {
            inputs[next++] = state == null ? Double.NaN : probability(state.posterior().get(i));
        }
        inputs[next++] = logOrMissing(market.volatilityAnnual());
        inputs[next++] = orMissing(market.volatilityPercentile());
        inputs[next++] = orMissing(market.termSlope());
        inputs[next++] = orMissing(market.zeroDteShare());
        Session session =
                TradingCalendar.newYork().session(market.snapshot().secondEndMillis() - 1);
        for (Session each : SESSIONS) {
            inputs[next++] = each == session ? 1 : 0;
        }
        for (Expert expert : EXPERTS) {
            inputs[answered(expert)] = 0;
        }
        for (ExpertOpinion opinion : opinions) {
            if (!opinion.abstained()) {
                int place = answered(opinion.expert());
                inputs[place] = 1;
                inputs[place + 1] = opinion.confidence();
                inputs[place + 2] = recentBrier[opinion.expert().ordinal()];
                inputs[place + 3] = goodShare(opinion.inputQuality());
            }
        }
        return inputs;
    }

    private static double probability(ConditionProbability condition) {
        return condition.probability();
    }

    private static double logOrMissing(Double value) {
        return value == null || !(value > 0) ? Double.NaN : Math.log(value);
    }

    private static double orMissing(Double value) {
        return value == null ? Double.NaN : value;
    }

    private static double goodShare(List<InputQuality> qualities) {
        if (qualities.isEmpty()) {
            return Double.NaN;
        }
        double good = 0;
        for (InputQuality each : qualities) {
            good += each.quality() == Quality.OK ? 1 : 0;
        }
        return good / qualities.size();
    }
}

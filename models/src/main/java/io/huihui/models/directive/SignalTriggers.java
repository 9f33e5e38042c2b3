package io.huihui.models.directive;

import io.huihui.models.decision.Bias;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.Signal;
import io.huihui.models.decision.SignalName;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

import java.util.List;

/**
 * The trigger of each signal in one second; null when an input is missing. Thresholds are ranks in
 * the symbol's own history, and the static ones of the specification before there is one.
 */
final class SignalTriggers {

    /** Strength per unit of z, so that a z of 4 is the strongest. */
    private static final double STRENGTH_PER_Z = 1.25;

    private static final double STRONG_Z = 2.0;
    private static final double CONFIRM_Z = 1.5;

    /** How far VAPI-FA has to fall from its peak while the price goes on. */
    private static final double EXHAUSTED_Z = 2.0;

    /** Share of its own extreme below which flow no longer goes along with the price. */
    private static final double FADED_FLOW = 0.75;

    private static final double HIGH_RANK = 0.9;
    private static final double RICH_RANK = 0.75;
    private static final double LOWEST_RANK = 0.05;

    /** Before there is a history. */
    private static final double STATIC_VRI = 0.6;

    private static final double STATIC_SSI = 0.3;

    /** Change of A-MSPI in 15 minutes that is a change of structure. */
    private static final double CHANGED_STRUCTURE = 0.5;

    private static final int STRUCTURE_MINUTES = 15;

    /** Expected moves of a day within which the price is at a level. */
    private static final double AT_LEVEL = 0.15;

    /** What a structure has to show to hold a price. */
    private static final double FIRM = 0.5;

    /** Average true ranges of a day from the mean of 20 closes that are a bubble. */
    private static final double BUBBLE_RANGES = 3;

    private final DeskMarket market;
    private final FeatureVector features;
    private final List<EventRegime> events;
    private final SignalHistory history;

    SignalTriggers(DeskMarket market, List<EventRegime> events, SignalHistory history) {
        this.market = market;
        this.features = market.snapshot().features();
        this.events = events;
        this.history = history;
    }

    SignalTrigger of(SignalName name) {
        return switch (name) {
            case VAPI_SURGE -> ofZ(Feature.VAPI_FA_5M, STRONG_Z);
            case VAPI_EXHAUSTION -> exhaustion();
            case DWFD_SMART_MONEY -> ofZ(Feature.DWFD_5M, STRONG_Z);
            case TW_LAF_TREND -> trend();
            case VOL_EXPANSION -> expansion();
            case VOL_CONTRACTION -> contraction();
            case STRUCTURE_BOUNCE -> bounce();
            case STRUCTURE_CHANGE -> structureChange();
            case PIN -> ofEvent(EventRegimeName.FINAL_HOUR_PINNING_HIGH_VCI);
            case CHARM_CASCADE -> ofEvent(EventRegimeName.CHARM_CASCADE_RISK);
            case VANNA_CASCADE ->
                    either(EventRegimeName.VANNA_CASCADE_BULL, EventRegimeName.VANNA_CASCADE_BEAR);
            case EOD_HEDGE ->
                    either(
                            EventRegimeName.EOD_HEDGING_PRESSURE_BUY,
                            EventRegimeName.EOD_HEDGING_PRESSURE_SELL);
            case SKEW_SHIFT -> ofEvent(EventRegimeName.SKEW_SHIFT);
            case ARFI_DIVERGENCE -> divergence();
            case CONVICTION -> conviction();
            case VOL_TRIGGER -> volatilityTrigger();
            case BUBBLE -> bubble();
        };
    }

    private long now() {
        return market.snapshot().id().secondEndMillis();
    }

    private SignalTrigger ofZ(Feature feature, double threshold) {
        double z = features.orNaN(feature);
        if (Double.isNaN(z)) {
            return null;
        }
        double magnitude = Math.min(Signal.STRONGEST, STRENGTH_PER_Z * Math.abs(z));
        return new SignalTrigger(
                feature.name(), z, threshold, Math.signum(z) * magnitude, Bias.of(z), null);
    }

    /** Confirmed on two horizons: the weaker of the two, none when they disagree. */
    private SignalTrigger trend() {
        SignalTrigger at15 = ofZ(Feature.TW_LAF_15M, CONFIRM_Z);
        SignalTrigger at30 = ofZ(Feature.TW_LAF_30M, CONFIRM_Z);
        if (at15 == null || at30 == null) {
            return null;
        }
        if (at15.direction() != at30.direction()) {
            return SignalTrigger.quiet(at15.metric(), CONFIRM_Z);
        }
        return Math.abs(at15.score()) < Math.abs(at30.score()) ? at15 : at30;
    }

    /** The price makes a new extreme, the flow that carried it has fallen far from its peak. */
    private SignalTrigger exhaustion() {
        double z = features.orNaN(Feature.VAPI_FA_5M);
        int extreme = history.newExtreme(market);
        double peak = extreme > 0 ? history.surges().high(now()) : history.surges().low(now());
        String metric = Feature.VAPI_FA_5M.name();
        if (Double.isNaN(z)) {
            return null;
        }
        double fallen = extreme * (peak - z);
        return fallen > 0
                ? new SignalTrigger(
                        metric,
                        fallen,
                        EXHAUSTED_Z,
                        -extreme * Math.min(Signal.STRONGEST, STRENGTH_PER_Z * Math.abs(peak)),
                        Bias.of(-extreme),
                        null)
                : SignalTrigger.quiet(metric, EXHAUSTED_Z);
    }

    /** The price makes a new extreme, relative flow is well below its own. */
    private SignalTrigger divergence() {
        double flow = Math.abs(features.orNaN(Feature.RELATIVE_FLOW_INDEX));
        double highest = history.flows().high(now());
        if (Double.isNaN(flow) || Double.isNaN(highest)) {
            return null;
        }
        int extreme = history.newExtreme(market);
        boolean faded = flow < FADED_FLOW * highest;
        return SignalTrigger.when(
                extreme != 0 && faded,
                Feature.RELATIVE_FLOW_INDEX.name(),
                Bias.of(-extreme),
                Signal.STRONGEST * (1 - flow / highest));
    }

    private SignalTrigger expansion() {
        double state = features.orNaN(Feature.VRI_STATE);
        if (Double.isNaN(state)) {
            return null;
        }
        double rank = history.rank(SignalMeasure.VRI_STATE, market);
        return Double.isNaN(rank)
                ? new SignalTrigger(
                        Feature.VRI_STATE.name(),
                        Math.max(0, state),
                        STATIC_VRI,
                        Math.max(0, Math.min(Signal.STRONGEST, state)),
                        Bias.NEUTRAL,
                        null)
                : SignalTrigger.ofRank(Feature.VRI_STATE.name(), rank, HIGH_RANK);
    }

    /** Volatility is dear by level and by premium, and not rising. */
    private SignalTrigger contraction() {
        double level = features.orNaN(Feature.IV_PERCENTILE_252D);
        double premium = history.rank(SignalMeasure.VARIANCE_RISK_PREMIUM, market);
        double state = features.orNaN(Feature.VRI_STATE);
        if (Double.isNaN(level) || Double.isNaN(premium) || Double.isNaN(state)) {
            return null;
        }
        return SignalTrigger.when(
                level > RICH_RANK && premium > RICH_RANK && state < 0,
                Feature.VARIANCE_RISK_PREMIUM.name(),
                Bias.NEUTRAL,
                SignalTrigger.ofRank(Math.min(level, premium)));
    }

    /** The price is at a level that a firm structure holds. */
    private SignalTrigger bounce() {
        double mid = features.orNaN(Feature.MID);
        double near = AT_LEVEL * LevelMarket.of(features).dayMove();
        double agreement = features.orNaN(Feature.A_SAI);
        double stability = features.orNaN(Feature.A_SSI);
        if (Double.isNaN(mid)
                || Double.isNaN(near)
                || Double.isNaN(agreement)
                || Double.isNaN(stability)) {
            return null;
        }
        double below = mid - market.support();
        double above = market.resistance() - mid;
        boolean atSupport = below <= near && !(above < below);
        boolean atResistance = above <= near && !atSupport;
        boolean firm = agreement > FIRM && stability > FIRM;
        return SignalTrigger.when(
                        firm && (atSupport || atResistance),
                        Feature.A_SAI.name(),
                        atResistance ? Bias.BEARISH : Bias.BULLISH,
                        Signal.STRONGEST * agreement * stability)
                .atStrike(atResistance ? market.resistance() : market.support());
    }

    /** The profile is unstable, and has moved. */
    private SignalTrigger structureChange() {
        double stability = features.orNaN(Feature.A_SSI);
        double moved =
                features.orNaN(Feature.A_MSPI) - history.structure().ago(now(), STRUCTURE_MINUTES);
        if (Double.isNaN(stability) || Double.isNaN(moved)) {
            return null;
        }
        double rank = history.rank(SignalMeasure.A_SSI, market);
        boolean unstable = Double.isNaN(rank) ? stability < STATIC_SSI : rank < 1 - HIGH_RANK;
        return SignalTrigger.when(
                unstable && Math.abs(moved) >= CHANGED_STRUCTURE,
                Feature.A_SSI.name(),
                Bias.NEUTRAL,
                Signal.STRONGEST * (1 - stability));
    }

    /** Both forms of E-SDAG point the same way and are large: damping above 0, driving below. */
    private SignalTrigger conviction() {
        StrikeReading strikes = history.strikes();
        double multiplicative = history.rank(SignalMeasure.SKEW_GAMMA_MULTIPLICATIVE, market);
        double directional = history.rank(SignalMeasure.SKEW_GAMMA_DIRECTIONAL, market);
        if (strikes == null || Double.isNaN(multiplicative) || Double.isNaN(directional)) {
            return null;
        }
        boolean same = strikes.multiplicative() * strikes.directional() > 0;
        double rank = same ? Math.min(multiplicative, directional) : 0;
        double strength = Math.signum(strikes.multiplicative()) * SignalTrigger.ofRank(rank);
        return new SignalTrigger(
                "E_SDAG", rank, HIGH_RANK, strength, Bias.NEUTRAL, strikes.strike());
    }

    /** E-SDAG VF at the strike of the price is among its lowest: swings start here. */
    private SignalTrigger volatilityTrigger() {
        double rank = history.rank(SignalMeasure.SKEW_GAMMA_VOLATILITY, market);
        return Double.isNaN(rank)
                ? null
                : SignalTrigger.ofRank("E_SDAG_VF", 1 - rank, 1 - LOWEST_RANK)
                        .atStrike(history.strikes().strike());
    }

    /** Far from where it traded in the last month, and flow no longer goes along. */
    private SignalTrigger bubble() {
        double range = features.orNaN(Feature.AVERAGE_TRUE_RANGE_14D);
        double away = (features.orNaN(Feature.MID) - history.meanClose()) / range;
        SignalTrigger divergence = divergence();
        if (Double.isNaN(away) || divergence == null) {
            return null;
        }
        boolean against = divergence.score() > 0 && divergence.direction() == Bias.of(-away);
        return SignalTrigger.when(
                Math.abs(away) >= BUBBLE_RANGES && against,
                Feature.AVERAGE_TRUE_RANGE_14D.name(),
                Bias.of(-away),
                Math.abs(away));
    }

    /** An event regime is its own threshold: a score of 1 while active, else 0. */
    private SignalTrigger ofEvent(EventRegimeName name) {
        for (EventRegime event : events) {
            if (event.name() == name) {
                // From the middle of the scale for "just there" to its end for "twice over".
                double magnitude = Signal.STRONGEST * (0.5 + 0.5 * event.strength());
                return SignalTrigger.when(true, name.name(), name.bias(), magnitude);
            }
        }
        return SignalTrigger.quiet(name.name(), 1);
    }

    private SignalTrigger either(EventRegimeName one, EventRegimeName other) {
        SignalTrigger first = ofEvent(one);
        return first.score() > 0 ? first : ofEvent(other);
    }
}

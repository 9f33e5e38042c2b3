package io.huihui.models.directive;

import io.huihui.models.decision.Bias;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.Evidence;
import io.huihui.models.decision.Signal;
import io.huihui.models.decision.SignalName;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds signals: a trigger fires when its score crosses its threshold, and not again before five
 * minutes have passed and the score has been back below three quarters of the threshold.
 */
public final class SignalDetector implements BinaryState {

    /** How long a signal counts as alive, and the least time between two of the same name. */
    public static final long REFRACTORY_MILLIS = 5 * 60_000L;

    private static final int STATE_VERSION = 1;

    private static final double REARM_SHARE = 0.75;

    /** Strength per unit of z, so that a z of 4 is the strongest. */
    private static final double STRENGTH_PER_Z = 1.25;

    private static final double STRONG_Z = 2.0;
    private static final double CONFIRM_Z = 1.5;

    private static final SignalName[] NAMES = SignalName.values();

    private final long[] firedMillis = new long[SignalName.count()];
    private final boolean[] disarmed = new boolean[SignalName.count()];
    private final double[] strength = new double[SignalName.count()];

    /** Returns the signals that fire at this snapshot, in the order of their names. */
    public List<Signal> observe(FeatureSnapshot snapshot, Verdict verdict) {
        List<Signal> fired = new ArrayList<>();
        for (SignalName name : NAMES) {
            Trigger trigger = Trigger.of(name, snapshot.features(), verdict.eventRegimes());
            if (trigger != null) {
                consider(name, trigger, snapshot, verdict, fired);
            }
        }
        return fired;
    }

    private void consider(
            SignalName name,
            Trigger trigger,
            FeatureSnapshot snapshot,
            Verdict verdict,
            List<Signal> fired) {
        int at = name.ordinal();
        long now = snapshot.id().secondEndMillis();
        double magnitude = Math.abs(trigger.score());
        if (magnitude < REARM_SHARE * trigger.threshold()) {
            disarmed[at] = false;
        }
        boolean rested = firedMillis[at] == 0 || now - firedMillis[at] >= REFRACTORY_MILLIS;
        if (magnitude < trigger.threshold() || disarmed[at] || !rested) {
            return;
        }
        firedMillis[at] = now;
        disarmed[at] = true;
        strength[at] = trigger.strength();
        double lastReturn = snapshot.features().orNaN(Feature.RETURN_15M);
        fired.add(
                new Signal(
                        Signal.idOf(snapshot.id(), name),
                        name,
                        snapshot.id(),
                        trigger.direction(),
                        trigger.strength(),
                        null,
                        trigger.direction().sign() * lastReturn < 0,
                        verdict.marketState(),
                        List.of(
                                new Evidence(
                                        trigger.metric(), trigger.score(), trigger.threshold()))));
    }

    /** Returns the names of the signals alive at a time, in their order. */
    public List<SignalName> alive(long nowMillis) {
        List<SignalName> alive = new ArrayList<>();
        for (SignalName name : NAMES) {
            int at = name.ordinal();
            if (firedMillis[at] != 0 && nowMillis - firedMillis[at] < REFRACTORY_MILLIS) {
                alive.add(name);
            }
        }
        return alive;
    }

    /** Returns when a signal fired last; 0 = never. */
    public long firedMillis(SignalName name) {
        return firedMillis[name.ordinal()];
    }

    /** Returns the strength with which a signal fired last, signed. */
    public double strength(SignalName name) {
        return strength[name.ordinal()];
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeShort(NAMES.length);
        for (SignalName name : NAMES) {
            out.writeUTF(name.name());
            out.writeLong(firedMillis[name.ordinal()]);
            out.writeBoolean(disarmed[name.ordinal()]);
            out.writeDouble(strength[name.ordinal()]);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "signal detector");
        int stored = in.readShort();
        for (int i = 0; i < stored; i++) {
            int at = SignalName.valueOf(in.readUTF()).ordinal();
            firedMillis[at] = in.readLong();
            disarmed[at] = in.readBoolean();
            strength[at] = in.readDouble();
        }
    }

    /** What a signal's name looks at in one snapshot. */
    private record Trigger(
            String metric, double score, double threshold, double strength, Bias direction) {

        /** Returns null when the input is missing, or the name has no trigger in this release. */
        static Trigger of(SignalName name, FeatureVector features, List<EventRegime> events) {
            return switch (name) {
                case VAPI_SURGE -> ofZ(Feature.VAPI_FA_5M, STRONG_Z, features);
                case DWFD_SMART_MONEY -> ofZ(Feature.DWFD_5M, STRONG_Z, features);
                case TW_LAF_TREND -> trend(features);
                case STRUCTURE_CHANGE ->
                        ofEvent(
                                EventRegimeName
                                        .ADAPTIVE_STRUCTURE_BREAKDOWN_WITH_DWFD_CONFIRMATION_BEARISH_UNIVERSAL,
                                events);
                case PIN -> ofEvent(EventRegimeName.FINAL_HOUR_PINNING_HIGH_VCI, events);
                case CHARM_CASCADE -> ofEvent(EventRegimeName.CHARM_CASCADE_RISK, events);
                case VANNA_CASCADE ->
                        either(
                                EventRegimeName.VANNA_CASCADE_BULL,
                                EventRegimeName.VANNA_CASCADE_BEAR,
                                events);
                case EOD_HEDGE ->
                        either(
                                EventRegimeName.EOD_HEDGING_PRESSURE_BUY,
                                EventRegimeName.EOD_HEDGING_PRESSURE_SELL,
                                events);
                case VOL_EXPANSION ->
                        either(
                                EventRegimeName.VOL_EXPANSION_IMMINENT_VRI0DTE_BULLISH,
                                EventRegimeName.VOL_EXPANSION_IMMINENT_VRI0DTE_BEARISH,
                                events);
                case VOL_CONTRACTION -> ofEvent(EventRegimeName.IV_RICH_PREMIUM_SELLING, events);
                case SKEW_SHIFT -> ofEvent(EventRegimeName.SKEW_SHIFT, events);
                case BUBBLE -> ofEvent(EventRegimeName.BUBBLE_WARNING, events);
                case VAPI_EXHAUSTION, STRUCTURE_BOUNCE, ARFI_DIVERGENCE, CONVICTION, VOL_TRIGGER ->
                        null;
            };
        }

        private static Trigger ofZ(Feature feature, double threshold, FeatureVector features) {
            double z = features.orNaN(feature);
            if (Double.isNaN(z)) {
                return null;
            }
            double magnitude = Math.min(Signal.STRONGEST, STRENGTH_PER_Z * Math.abs(z));
            return new Trigger(
                    feature.name(), z, threshold, Math.signum(z) * magnitude, Bias.of(z));
        }

        /** Confirmed on two horizons: the weaker of the two, 0 when they disagree. */
        private static Trigger trend(FeatureVector features) {
            Trigger at15 = ofZ(Feature.TW_LAF_15M, CONFIRM_Z, features);
            Trigger at30 = ofZ(Feature.TW_LAF_30M, CONFIRM_Z, features);
            if (at15 == null || at30 == null) {
                return null;
            }
            if (at15.direction() != at30.direction()) {
                return new Trigger(at15.metric(), 0, CONFIRM_Z, 0, Bias.NEUTRAL);
            }
            return Math.abs(at15.score()) < Math.abs(at30.score()) ? at15 : at30;
        }

        /** An event regime is its own threshold: a score of 1 while active, else 0. */
        private static Trigger ofEvent(EventRegimeName name, List<EventRegime> events) {
            for (EventRegime event : events) {
                if (event.name() == name) {
                    // From the middle of the scale for "just there" to its end for "twice over".
                    double magnitude = Signal.STRONGEST * (0.5 + 0.5 * event.strength());
                    double signed = name.bias() == Bias.BEARISH ? -magnitude : magnitude;
                    return new Trigger(name.name(), 1, 1, signed, name.bias());
                }
            }
            return new Trigger(name.name(), 0, 1, 0, name.bias());
        }

        private static Trigger either(
                EventRegimeName one, EventRegimeName other, List<EventRegime> events) {
            Trigger first = ofEvent(one, events);
            return first.score() > 0 ? first : ofEvent(other, events);
        }
    }
}

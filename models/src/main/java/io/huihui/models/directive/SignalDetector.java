package io.huihui.models.directive;

import io.huihui.models.decision.Bias;
import io.huihui.models.decision.Evidence;
import io.huihui.models.decision.Signal;
import io.huihui.models.decision.SignalName;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
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

    private static final int STATE_VERSION = 2;

    private static final double REARM_SHARE = 0.75;

    /** In the place of the sign of a direction. */
    private static final int NEVER_FIRED = 2;

    private static final SignalName[] NAMES = SignalName.values();

    private final long[] firedMillis = new long[SignalName.count()];
    private final boolean[] disarmed = new boolean[SignalName.count()];
    private final double[] strength = new double[SignalName.count()];
    private final Bias[] direction = new Bias[SignalName.count()];
    private SignalHistory history = new SignalHistory();

    /** Returns the signals that fire at this second, in the order of their names. */
    public List<Signal> observe(DeskMarket market, Verdict verdict) {
        List<Signal> fired = new ArrayList<>();
        history.begin(market);
        SignalTriggers triggers = new SignalTriggers(market, verdict.eventRegimes(), history);
        for (SignalName name : NAMES) {
            SignalTrigger trigger = triggers.of(name);
            if (trigger != null) {
                consider(name, trigger, market.snapshot(), verdict, fired);
            }
        }
        history.remember(market);
        return fired;
    }

    private void consider(
            SignalName name,
            SignalTrigger trigger,
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
        direction[at] = trigger.direction();
        double lastReturn = snapshot.features().orNaN(Feature.RETURN_15M);
        fired.add(
                new Signal(
                        Signal.idOf(snapshot.id(), name),
                        name,
                        snapshot.id(),
                        trigger.direction(),
                        trigger.strength(),
                        trigger.strike(),
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

    /** Returns what a signal last said will happen; null when it only warns, or never fired. */
    SignalMeaning meaning(SignalName name) {
        Bias fired = direction[name.ordinal()];
        return fired == null ? null : SignalMeaning.of(name, strength(name), fired);
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
            out.writeByte(
                    direction[name.ordinal()] == null
                            ? NEVER_FIRED
                            : direction[name.ordinal()].sign());
        }
        history.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        int version = BinaryState.readVersion(in, STATE_VERSION, "signal detector");
        int stored = in.readShort();
        for (int i = 0; i < stored; i++) {
            int at = SignalName.valueOf(in.readUTF()).ordinal();
            firedMillis[at] = in.readLong();
            disarmed[at] = in.readBoolean();
            strength[at] = in.readDouble();
            // Version 1 had no signal whose direction was not that of its strength.
            int sign = version == 1 ? (int) Math.signum(strength[at]) : in.readByte();
            direction[at] = sign == NEVER_FIRED ? null : Bias.of(sign);
        }
        history = new SignalHistory();
        if (version > 1) {
            history.readFrom(in);
        }
    }
}

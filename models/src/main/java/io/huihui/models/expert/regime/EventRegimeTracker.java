package io.huihui.models.expert.regime;

import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.EventRegimeName;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Remembers which event regimes are active: when each began and when it ends. */
final class EventRegimeTracker {

    private final RegimeRules rules;
    private final long[] firingSince = new long[EventRegimeName.count()];
    private final long[] onset = new long[EventRegimeName.count()];
    private final long[] expiry = new long[EventRegimeName.count()];
    private final double[] strength = new double[EventRegimeName.count()];

    EventRegimeTracker(RegimeRules rules) {
        this.rules = rules;
    }

    /** Goes on with the regimes that are active by earlier rules, where these know them. */
    void takeOver(EventRegimeTracker earlier) {
        for (RegimeRule rule : rules.rules()) {
            int at = rule.name().ordinal();
            firingSince[at] = earlier.firingSince[at];
            onset[at] = earlier.onset[at];
            expiry[at] = earlier.expiry[at];
            strength[at] = earlier.strength[at];
        }
    }

    /** Judges every rule and returns the active regimes in the order of their priority. */
    List<EventRegime> observe(Situation situation, RuleEvaluator evaluator) {
        long now = situation.snapshot().id().secondEndMillis();
        List<EventRegime> active = new ArrayList<>();
        for (RegimeRule rule : rules.rules()) {
            int at = rule.name().ordinal();
            double judged = evaluator.strength(rule, situation);
            if (judged < 0) {
                firingSince[at] = 0;
            } else {
                firingSince[at] = firingSince[at] == 0 ? now : firingSince[at];
                if (now - firingSince[at] >= rule.sustainMillis()) {
                    onset[at] = expiry[at] > now ? onset[at] : now;
                    expiry[at] = now + rule.lastsMillis();
                    strength[at] = judged;
                }
            }
            if (expiry[at] > now) {
                active.add(new EventRegime(rule.name(), onset[at], strength[at], expiry[at]));
            }
        }
        return active;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeShort(rules.rules().size());
        for (RegimeRule rule : rules.rules()) {
            int at = rule.name().ordinal();
            out.writeUTF(rule.name().name());
            out.writeLong(firingSince[at]);
            out.writeLong(onset[at]);
            out.writeLong(expiry[at]);
            out.writeDouble(strength[at]);
        }
    }

    void readFrom(DataInput in) throws IOException {
        int stored = in.readShort();
        for (int i = 0; i < stored; i++) {
            int at = EventRegimeName.valueOf(in.readUTF()).ordinal();
            firingSince[at] = in.readLong();
            onset[at] = in.readLong();
            expiry[at] = in.readLong();
            strength[at] = in.readDouble();
        }
    }
}

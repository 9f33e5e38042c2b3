package io.huihui.models.expert.regime;

import io.huihui.models.decision.ConditionProbability;
import io.huihui.models.decision.MarketCondition;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Keeps the one market condition: changes only when another is clearly likelier, and not before the
 * present one is three minutes old, so that it does not flicker. Stress is entered at once.
 */
final class StateTracker {

    /** Another condition has to be this much likelier than the present one. */
    static final double MARGIN = 0.10;

    /** Shortest life of a condition. */
    static final long DWELL_MILLIS = 3 * 60_000L;

    /** Below this no condition is named. */
    static final double CLEAR = 0.5;

    /** Snapshots after a change during which the market counts as being in transition. */
    static final int TRANSITION_SNAPSHOTS = 3;

    private MarketCondition held = MarketCondition.UNCLEAR_OR_TRANSITIONING;
    private long sinceMillis;
    private int snapshotsSince;

    /** Takes a reading that says something and returns the condition to show. */
    MarketCondition observe(List<ConditionProbability> posterior, long nowMillis) {
        MarketCondition likeliest = likeliest(posterior);
        boolean first = held == MarketCondition.UNCLEAR_OR_TRANSITIONING;
        boolean clearly = first || of(posterior, likeliest) > of(posterior, held) + MARGIN;
        boolean mayChange =
                first
                        || likeliest == MarketCondition.STRESS
                        || nowMillis - sinceMillis >= DWELL_MILLIS;
        snapshotsSince++;
        if (likeliest != held && clearly && mayChange) {
            held = likeliest;
            sinceMillis = nowMillis;
            snapshotsSince = first ? TRANSITION_SNAPSHOTS : 0;
        }
        boolean settling = snapshotsSince < TRANSITION_SNAPSHOTS && held != MarketCondition.STRESS;
        boolean clear = of(posterior, likeliest) >= CLEAR;
        return settling || !clear ? MarketCondition.UNCLEAR_OR_TRANSITIONING : held;
    }

    long ageMillis(long nowMillis) {
        return sinceMillis == 0 ? 0 : nowMillis - sinceMillis;
    }

    private static double of(List<ConditionProbability> posterior, MarketCondition condition) {
        return posterior.get(condition.ordinal()).probability();
    }

    private static MarketCondition likeliest(List<ConditionProbability> posterior) {
        ConditionProbability best = posterior.get(0);
        for (ConditionProbability each : posterior) {
            best = each.probability() > best.probability() ? each : best;
        }
        return best.condition();
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeUTF(held.name());
        out.writeLong(sinceMillis);
        out.writeInt(snapshotsSince);
    }

    void readFrom(DataInput in) throws IOException {
        held = MarketCondition.valueOf(in.readUTF());
        sinceMillis = in.readLong();
        snapshotsSince = in.readInt();
    }
}

package io.huihui.models.expert.regime.forecast;

import io.huihui.models.decision.MarketCondition;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Holds one condition: another takes its place once it is probable enough. */
public final class ConditionHolder implements BinaryState {

    private static final int VERSION = 1;
    private static final MarketCondition[] CONDITIONS = MarketCondition.values();

    /** One second's noise must not be followed at once by the next one's. */
    private static final long LEAST_STAY_MILLIS = 20_000;

    private final double threshold;
    private MarketCondition held = MarketCondition.UNCLEAR_OR_TRANSITIONING;
    private long sinceMillis;

    /**
     * @param threshold probability from which a condition is taken
     */
    public ConditionHolder(double threshold) {
        this.threshold = threshold;
    }

    /** Forgets the condition: a new session. */
    public void restart() {
        held = MarketCondition.UNCLEAR_OR_TRANSITIONING;
        sinceMillis = 0;
    }

    /** Takes the likeliest condition of a second; returns whether the condition held changed. */
    public boolean observe(int likeliest, double probability, long nowMillis) {
        boolean settled = sinceMillis == 0 || nowMillis - sinceMillis >= LEAST_STAY_MILLIS;
        if (likeliest == held.ordinal() || !settled || !(probability >= threshold)) {
            return false;
        }
        held = CONDITIONS[likeliest];
        sinceMillis = nowMillis;
        return true;
    }

    /** {@code UNCLEAR_OR_TRANSITIONING} until one is clear. */
    public MarketCondition held() {
        return held;
    }

    public long ageMillis(long nowMillis) {
        return sinceMillis == 0 ? 0 : nowMillis - sinceMillis;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeUTF(held.name());
        out.writeLong(sinceMillis);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "condition-holder");
        held = MarketCondition.valueOf(in.readUTF());
        sinceMillis = in.readLong();
    }
}

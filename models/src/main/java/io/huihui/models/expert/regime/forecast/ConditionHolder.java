package io.huihui.models.expert.regime.forecast;

import io.huihui.models.decision.MarketCondition;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Holds one condition: another takes its place once it has been probable enough for a while. To
 * wait a minute at a lower threshold finds more switches, with fewer false ones, than a threshold
 * so high that one second passes it: doubts about noise pass within seconds.
 */
public final class ConditionHolder implements BinaryState {

    private static final int VERSION = 2;
    private static final MarketCondition[] CONDITIONS = MarketCondition.values();

    /** One second's noise must not be followed at once by the next one's. */
    private static final long LEAST_STAY_MILLIS = 20_000;

    private static final long SECOND_MILLIS = 1_000;
    private static final int NONE = -1;

    private final double threshold;
    private final long confirmedMillis;
    private MarketCondition held = MarketCondition.UNCLEAR_OR_TRANSITIONING;
    private long sinceMillis;

    /** What is probable enough, and since when; NONE when nothing but what is held. */
    private int candidate = NONE;

    private long candidateMillis;

    /**
     * @param threshold probability from which a condition is taken
     * @param confirmedMillis how long it has to be that probable; 0 takes the first second
     */
    public ConditionHolder(double threshold, long confirmedMillis) {
        this.threshold = threshold;
        this.confirmedMillis = confirmedMillis;
    }

    /** Forgets the condition: a new session. */
    public void restart() {
        held = MarketCondition.UNCLEAR_OR_TRANSITIONING;
        sinceMillis = 0;
        candidate = NONE;
    }

    /** Takes the likeliest condition of a second; returns whether the condition held changed. */
    public boolean observe(int likeliest, double probability, long nowMillis) {
        if (likeliest == held.ordinal() || !(probability >= threshold)) {
            candidate = NONE;
            return false;
        }
        if (likeliest != candidate) {
            candidate = likeliest;
            candidateMillis = nowMillis;
        }
        boolean settled = sinceMillis == 0 || nowMillis - sinceMillis >= LEAST_STAY_MILLIS;
        // The first second counts as one of them.
        boolean confirmed = nowMillis - candidateMillis + SECOND_MILLIS >= confirmedMillis;
        if (!settled || !confirmed) {
            return false;
        }
        held = CONDITIONS[likeliest];
        sinceMillis = nowMillis;
        candidate = NONE;
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
        out.writeInt(candidate);
        out.writeLong(candidateMillis);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        int version = BinaryState.readVersion(in, VERSION, "condition-holder");
        held = MarketCondition.valueOf(in.readUTF());
        sinceMillis = in.readLong();
        candidate = version == 1 ? NONE : in.readInt();
        candidateMillis = version == 1 ? 0 : in.readLong();
    }
}

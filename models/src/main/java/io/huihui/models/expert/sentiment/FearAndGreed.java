package io.huihui.models.expert.sentiment;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Fear and greed, 0..100: the mean of where its parts rank in their own recent past. The tone of
 * the news counts for greed; skew, variance risk premium and realised volatility count for fear.
 * The parts from options stand apart from the tone: they say how much protection costs, not where
 * the price goes.
 */
final class FearAndGreed implements BinaryState {

    private static final double NEUTRAL = 50;

    private static final double HIGHEST = 100;

    private static final int STATE_VERSION = 1;

    /** What is ranked, in the order of the memories; values never move. */
    enum Part {
        NEWS,
        SKEW,
        RISK_PREMIUM,
        REALIZED_VOLATILITY
    }

    private final RankMemory[] memories = new RankMemory[Part.values().length];
    private final double[] ranks = new double[Part.values().length];

    FearAndGreed() {
        for (int i = 0; i < memories.length; i++) {
            memories[i] = new RankMemory();
        }
    }

    /** Takes the end of a second. */
    void observe(long endMillis, double newsScore, FeatureVector features) {
        take(Part.NEWS, endMillis, newsScore);
        take(Part.SKEW, endMillis, features.orNaN(Feature.SKEW_25_DELTA));
        take(Part.RISK_PREMIUM, endMillis, riskPremium(features));
        take(Part.REALIZED_VOLATILITY, endMillis, features.orNaN(Feature.REALIZED_VOL_30M));
    }

    /** The forecast of a session needs weeks; until then what was realised of late stands in. */
    private static double riskPremium(FeatureVector features) {
        if (features.has(Feature.VARIANCE_RISK_PREMIUM)) {
            return features.orNaN(Feature.VARIANCE_RISK_PREMIUM);
        }
        double implied = features.orNaN(Feature.ATM_IV_30D);
        double realized = features.orNaN(Feature.REALIZED_VOL_60M);
        return implied * implied - realized * realized;
    }

    private void take(Part part, long endMillis, double value) {
        RankMemory memory = memories[part.ordinal()];
        memory.add(endMillis, value);
        ranks[part.ordinal()] = memory.rank(value);
    }

    /** Returns where a part ranks now, 0..1; null when it is missing or its past too short. */
    Double rank(Part part) {
        double rank = ranks[part.ordinal()];
        return Double.isNaN(rank) ? null : rank;
    }

    /** Returns the mean rank of the options' parts, 1 = fear; null when there is none. */
    Double optionsFear() {
        return mean(Part.SKEW, Part.RISK_PREMIUM);
    }

    private Double mean(Part... parts) {
        double sum = 0;
        int count = 0;
        for (Part part : parts) {
            double rank = ranks[part.ordinal()];
            if (!Double.isNaN(rank)) {
                sum += rank;
                count++;
            }
        }
        return count == 0 ? null : sum / count;
    }

    /**
     * Returns 0 = fear .. 100 = greed; while nothing can be ranked, the tone of the news around 50.
     */
    double value(double newsScore) {
        double sum = 0;
        int count = 0;
        for (Part part : Part.values()) {
            double rank = ranks[part.ordinal()];
            if (!Double.isNaN(rank)) {
                sum += part == Part.NEWS ? rank : 1 - rank;
                count++;
            }
        }
        return count == 0 ? NEUTRAL + NEUTRAL * newsScore : HIGHEST * sum / count;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        for (RankMemory memory : memories) {
            memory.writeTo(out);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "fear and greed");
        for (RankMemory memory : memories) {
            memory.readFrom(in);
        }
    }
}

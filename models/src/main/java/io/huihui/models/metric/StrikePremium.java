package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Net value pressure: what customers paid net at the strike nearest to spot, and how unusual net
 * premium at a strike is against all strikes of this symbol at this time of day in twenty sessions.
 * Strikes come and go with spot, so their common median and MAD are remembered, not each strike's.
 */
final class StrikePremium implements BinaryState {

    private static final int VERSION = 1;

    private final SessionScore atTheMoney = new SessionScore();
    private final SeasonalWindow medians = new SeasonalWindow();
    private final SeasonalWindow deviations = new SeasonalWindow();
    private double median = Double.NaN;
    private double deviation = Double.NaN;

    /** Takes an analysed chain; puts the premium at the strike nearest to spot into a feature. */
    void onChain(StrikeTable table, double spot, FeatureVector.Builder out) {
        double[] sorted = table.netPremium.clone();
        Arrays.sort(sorted);
        median = RobustScore.median(sorted, sorted.length);
        deviation = RobustScore.mad(sorted, sorted.length, median);
        int nearest = table.nearestRow(spot);
        if (nearest >= 0) {
            out.set(
                    Feature.NET_PREMIUM_AT_THE_MONEY,
                    table.netPremiumCall[nearest] - table.netPremiumPut[nearest]);
        }
    }

    /** Scores of the second. */
    void publish(Moment now, FeatureVector.Builder out) {
        medians.score(now, median);
        deviations.score(now, deviation);
        atTheMoney.publish(
                now,
                out.valueOrNaN(Feature.NET_PREMIUM_AT_THE_MONEY),
                Feature.NET_PREMIUM_AT_THE_MONEY_Z,
                out);
    }

    /**
     * Returns z* of each strike's net premium against the strikes of earlier sessions; NaN before
     * there are enough, 0 where those had no spread.
     */
    double[] againstHistory(double[] netPremium) {
        double[] scores = new double[netPremium.length];
        double usual = medians.median();
        double scale = RobustScore.SIGMAS_PER_MAD * deviations.median();
        for (int k = 0; k < scores.length; k++) {
            scores[k] = RobustScore.of(netPremium[k], usual, scale, RobustScore.FEWEST_SAMPLES);
            if (Double.isNaN(usual) || Double.isNaN(scale)) {
                scores[k] = Double.NaN;
            }
        }
        return scores;
    }

    private List<BinaryState> parts() {
        List<BinaryState> parts = new ArrayList<>(atTheMoney.parts());
        parts.add(medians);
        parts.add(deviations);
        return parts;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeDouble(median);
        out.writeDouble(deviation);
        for (BinaryState part : parts()) {
            part.writeTo(out);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "strike-premium");
        median = in.readDouble();
        deviation = in.readDouble();
        for (BinaryState part : parts()) {
            part.readFrom(in);
        }
    }
}

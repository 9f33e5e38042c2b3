package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Scores of the volatility surface over time, and VRI 2.0 of the symbol. */
final class VolatilityScores implements BinaryState {

    private static final int VERSION = 1;
    private static final int SKEW_MINUTES = 15;
    private static final double VRI_CLIP = 3;

    /** Twenty sessions of seconds: the memory of the mean implied volatility. */
    private static final double MEMORY_SECONDS = 20 * 390.0 * 60;

    private static final double TERM_WEIGHT = 0.25;
    private static final double VOL_OF_VOL_WEIGHT = 0.25;
    private static final double REALIZED_WEIGHT = 0.20;
    private static final double SKEW_WEIGHT = 0.15;
    private static final double VEGA_WEIGHT = 0.15;

    private final RobustWindow term = new RobustWindow();
    private final RobustWindow skew = new RobustWindow();
    private final RobustWindow volOfVol = new RobustWindow();
    private final RobustWindow realized = new RobustWindow();
    private final RobustWindow dealerVega = new RobustWindow();
    private final MinuteRing impliedVols = new MinuteRing();
    private final MinuteRing skews = new MinuteRing();
    private double meanVol = Double.NaN;
    private double lastVol = Double.NaN;

    /** Takes the volatility of the second. */
    void observe(Moment now, double impliedVol, double skewNow) {
        impliedVols.offer(now, impliedVol);
        skews.offer(now, skewNow);
        if (Double.isNaN(impliedVol)) {
            return;
        }
        lastVol = impliedVol;
        if (Double.isNaN(meanVol)) {
            meanVol = impliedVol;
        } else if (now.isOpen()) {
            meanVol += (impliedVol - meanVol) / MEMORY_SECONDS;
        }
    }

    /** Returns implied volatility over its 20-session exponential mean; NaN when not known. */
    double ratio() {
        return lastVol / meanVol;
    }

    /** Returns the last at-the-money volatility of 30 days, annual. */
    double impliedVol() {
        return lastVol;
    }

    void publish(Moment now, double halfHourVol, double forecast, FeatureVector.Builder out) {
        double month = out.valueOrNaN(Feature.ATM_IV_30D);
        if (Double.isNaN(month)) {
            return;
        }
        double deviation = impliedVols.deviationOfChanges();
        double skewNow = out.valueOrNaN(Feature.SKEW_25_DELTA);
        out.setOrMissing(Feature.VOL_OF_VOL_60M, deviation, Quality.WARMUP);
        out.setOrMissing(
                Feature.SKEW_CHANGE_15M, skewNow - skews.ago(now, SKEW_MINUTES), Quality.WARMUP);
        out.setOrMissing(
                Feature.VARIANCE_RISK_PREMIUM, month * month - forecast * forecast, Quality.WARMUP);
        double zTerm =
                term.publish(now, out.valueOrNaN(Feature.TERM_SLOPE), Feature.TERM_SLOPE_Z, out);
        double zSkew = skew.publish(now, skewNow, Feature.SKEW_25_DELTA_Z, out);
        double zDeviation = volOfVol.score(now, deviation);
        double zRealized = realized.score(now, halfHourVol / month);
        double zVega = dealerVega.score(now, -out.valueOrNaN(Feature.DEALER_VEGA));
        publishState(zTerm, zDeviation, zRealized, zSkew, zVega, out);
    }

    static void publishState(
            double zTerm,
            double zVolOfVol,
            double zRealized,
            double zSkew,
            double zVega,
            FeatureVector.Builder out) {
        double state =
                TERM_WEIGHT * zTerm
                        + VOL_OF_VOL_WEIGHT * zVolOfVol
                        + REALIZED_WEIGHT * zRealized
                        + SKEW_WEIGHT * zSkew
                        + VEGA_WEIGHT * zVega;
        if (Double.isNaN(state)) {
            out.missing(Feature.VRI_STATE, Quality.WARMUP);
        } else {
            double cut = Math.max(-VRI_CLIP, Math.min(VRI_CLIP, state));
            out.set(Feature.VRI_STATE, cut, cut == state ? Quality.OK : Quality.CLIPPED);
        }
    }

    private List<BinaryState> parts() {
        return List.of(term, skew, volOfVol, realized, dealerVega, impliedVols, skews);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeDouble(meanVol);
        out.writeDouble(lastVol);
        for (BinaryState part : parts()) {
            part.writeTo(out);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "volatility-scores");
        meanVol = in.readDouble();
        lastVol = in.readDouble();
        for (BinaryState part : parts()) {
            part.readFrom(in);
        }
    }
}

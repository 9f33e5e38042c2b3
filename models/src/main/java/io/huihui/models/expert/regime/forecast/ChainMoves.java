package io.huihui.models.expert.regime.forecast;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What each new chain says: the tilt of the smile and the short implied volatility, each beside its
 * value in the chain before. Both run slowly towards a level that depends on the condition; only
 * the step since the last chain is news.
 */
public final class ChainMoves implements BinaryState {

    private static final int VERSION = 1;

    /** Realised volatility to which the short end of the surface is compared: 10 minutes. */
    private static final double REALISED_WEIGHT = 1 - Math.pow(0.5, 1 / 600.0);

    private double tiltBefore = Double.NaN;
    private double volBefore = Double.NaN;
    private double tilt = Double.NaN;
    private double vol = Double.NaN;
    private double minutes;
    private double secondsSince;
    private double realisedVariance = Double.NaN;
    private boolean fresh;

    /**
     * Takes a snapshot; a chain is new when its volatility or skew differ from the last ones.
     *
     * @param variance of the price in this second, annual, free of the time of day; NaN = missing
     */
    public void observe(FeatureVector features, double variance) {
        if (!Double.isNaN(variance)) {
            realisedVariance =
                    Double.isNaN(realisedVariance)
                            ? variance
                            : realisedVariance + REALISED_WEIGHT * (variance - realisedVariance);
        }
        double vol30 = features.orNaN(Feature.ATM_IV_30D);
        double nextTilt = features.orNaN(Feature.SKEW_25_DELTA) / vol30;
        double nextVol = features.orNaN(Feature.ATM_IV_1D);
        nextVol = Double.isNaN(nextVol) ? features.orNaN(Feature.ATM_IV_7D) : nextVol;
        secondsSince++;
        fresh = Double.isFinite(nextTilt) && (nextTilt != tilt || nextVol != vol);
        if (fresh) {
            tiltBefore = tilt;
            volBefore = vol;
            tilt = nextTilt;
            vol = nextVol;
            minutes = secondsSince / 60;
            secondsSince = 0;
        }
    }

    /** Whether this snapshot brought a new chain. */
    public boolean fresh() {
        return fresh;
    }

    /** 25-delta skew over at-the-money volatility; NaN before the first chain. */
    public double tilt() {
        return tilt;
    }

    /** Tilt of the chain before; NaN before the second. */
    public double tiltBefore() {
        return tiltBefore;
    }

    /** Implied volatility of the shortest expiry, annual; NaN when none is fed. */
    public double shortVol() {
        return vol;
    }

    public double shortVolBefore() {
        return volBefore;
    }

    /** Realised volatility of the last minutes, annual, free of the time of day. */
    public double realised() {
        return Math.sqrt(realisedVariance);
    }

    /** Minutes between the last two chains. */
    public double minutes() {
        return minutes;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeDouble(tiltBefore);
        out.writeDouble(volBefore);
        out.writeDouble(tilt);
        out.writeDouble(vol);
        out.writeDouble(minutes);
        out.writeDouble(secondsSince);
        out.writeDouble(realisedVariance);
        out.writeBoolean(fresh);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "chain-moves");
        tiltBefore = in.readDouble();
        volBefore = in.readDouble();
        tilt = in.readDouble();
        vol = in.readDouble();
        minutes = in.readDouble();
        secondsSince = in.readDouble();
        realisedVariance = in.readDouble();
        fresh = in.readBoolean();
    }
}

package io.huihui.models.expert.regime.forecast;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Makes of each snapshot what the conditions emit. */
public final class ObservationReader implements BinaryState {

    /** Cube root of the second's variance: roots bring sums of squares close to normal. */
    public static final int VARIATION = 0;

    /** Trades on the side of the one before, less those expected by chance. */
    public static final int REPEATED = 1;

    /** Ln of the relative spread over its usual least. */
    public static final int SPREAD = 2;

    /** How many numbers are measured; counts stand beside them. */
    public static final int MEASURED = 3;

    private static final int VERSION = 1;

    /** Option customers follow each other for about a minute where the market trends. */
    private static final double PACE_WEIGHT = 1 - Math.exp(-1 / 60.0);

    /** The least spread is forgotten by this share a second: half of it in two hours. */
    private static final double FORGETTING = 1e-4;

    private final Seasons seasons;
    private double leastSpread = Double.NaN;
    private double pace = Double.NaN;

    public ObservationReader(Seasons seasons) {
        this.seasons = seasons;
    }

    /** Returns what a second showed; NaN where a feed says nothing, null outside the session. */
    public SecondSeen observe(FeatureVector features) {
        double elapsed = features.orNaN(Feature.SESSION_ELAPSED);
        if (Double.isNaN(elapsed)) {
            return null;
        }
        double vol = features.orNaN(Feature.REALIZED_VOL_1S) / seasons.volatility(elapsed);
        double trades = features.orNaN(Feature.TRADE_COUNT_1S);
        double options = features.orNaN(Feature.OPTION_TRADE_COUNT_1S);
        double[] measured = new double[MEASURED];
        measured[VARIATION] = Math.cbrt(vol * vol);
        measured[REPEATED] =
                (features.orNaN(Feature.REPEATED_SIDE_COUNT_1S) - trades / 2)
                        / Math.sqrt(trades + 1);
        measured[SPREAD] = spread(features.orNaN(Feature.RELATIVE_SPREAD));
        double exposure = seasons.optionTrades(elapsed);
        // The pace before this second: it must not explain itself.
        double before = Double.isNaN(pace) ? exposure : pace;
        if (!Double.isNaN(options)) {
            pace = before + PACE_WEIGHT * (options - before);
        }
        return new SecondSeen(measured, trades, seasons.trades(elapsed), options, exposure, before);
    }

    private double spread(double relative) {
        if (!(relative > 0)) {
            return Double.NaN;
        }
        boolean first = Double.isNaN(leastSpread);
        leastSpread = first ? relative : Math.min(relative, leastSpread * (1 + FORGETTING));
        return Math.log(relative / leastSpread);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeDouble(leastSpread);
        out.writeDouble(pace);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "observation-reader");
        leastSpread = in.readDouble();
        pace = in.readDouble();
    }
}

package io.huihui.models.learner;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A logistic model for a world whose rules change. When its errors rise, a challenger begins anew
 * from the examples since the rise; both go on learning, the one with the smaller recent loss
 * speaks, and after a trial the other one is dropped. So a false alarm costs next to nothing.
 *
 * <p>What was said is handed back with each label, because labels come late: the error that counts
 * is that of what was said then, not of what would be said now.
 */
public final class AdaptiveLogistic implements BinaryState {

    private static final int STATE_VERSION = 1;

    /** Examples kept for a challenger to begin with. */
    private static final int KEPT = 128;

    /** How often a challenger goes over those: few examples have to do. */
    private static final int PASSES = 5;

    /** Examples until the weaker of two is dropped. */
    private static final int TRIAL = 120;

    /** A loss counts half after about twenty examples. */
    private static final double FADE = 0.966;

    private FtrlRates rates;
    private FtrlLogistic champion;

    /** Null outside of a trial. */
    private FtrlLogistic challenger;

    private final ErrorWatch watch = new ErrorWatch();
    private double championLoss;
    private double challengerLoss;
    private int trial;

    /** The newest examples, [place * inputs + input]; labels beside. */
    private double[] kept;

    private boolean[] keptYes = new boolean[KEPT];
    private long seen;
    private long drifts;

    /** For restore: knows no inputs until it is read. */
    public AdaptiveLogistic() {
        this(0, FtrlRates.USUAL);
    }

    public AdaptiveLogistic(int inputs, FtrlRates rates) {
        this.rates = Require.present("rates", rates);
        champion = new FtrlLogistic(inputs, rates);
        kept = new double[KEPT * inputs];
    }

    /** Returns the probability of a yes. */
    public double predict(double[] inputs) {
        return challenger != null && challengerLoss < championLoss
                ? challenger.predict(inputs)
                : champion.predict(inputs);
    }

    /**
     * Learns what a prediction was followed by, and returns whether the errors have risen for good.
     *
     * @param said what {@link #predict} had returned
     */
    public boolean learn(double[] inputs, double said, boolean yes) {
        keep(inputs, yes);
        championLoss = FADE * championLoss + loss(champion.learn(inputs, yes, 1), yes);
        if (challenger != null) {
            challengerLoss = FADE * challengerLoss + loss(challenger.learn(inputs, yes, 1), yes);
            if (--trial == 0) {
                champion = challengerLoss < championLoss ? challenger : champion;
                challenger = null;
            }
        }
        boolean risen = watch.add(yes ? 1 - said : said);
        if (risen) {
            drifts++;
            challenge();
        }
        return risen;
    }

    /** Returns how many times the errors were found to have risen. */
    public long drifts() {
        return drifts;
    }

    private void keep(double[] inputs, boolean yes) {
        int place = (int) (seen % KEPT);
        System.arraycopy(inputs, 0, kept, place * inputs.length, inputs.length);
        keptYes[place] = yes;
        seen++;
    }

    private void challenge() {
        if (challenger != null) {
            champion = challengerLoss < championLoss ? challenger : champion;
        }
        challenger = new FtrlLogistic(champion.inputs(), rates);
        int newest = (int) Math.min(watch.sinceRise(), Math.min(seen, KEPT));
        double[] example = new double[champion.inputs()];
        // Both are judged by the examples since the rise: the challenger as it first meets them,
        // the
        // champion by what it knows now, which is the more lenient of the two.
        championLoss = 0;
        challengerLoss = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            for (long i = seen - newest; i < seen; i++) {
                int place = (int) (i % KEPT);
                System.arraycopy(kept, place * example.length, example, 0, example.length);
                double before = challenger.learn(example, keptYes[place], 1);
                if (pass == 0) {
                    challengerLoss = FADE * challengerLoss + loss(before, keptYes[place]);
                    double known = champion.predict(example);
                    championLoss = FADE * championLoss + loss(known, keptYes[place]);
                }
            }
        }
        trial = TRIAL;
    }

    /** Squared error: bounded, so that one surprise does not decide a trial. */
    private static double loss(double probability, boolean yes) {
        double error = probability - (yes ? 1 : 0);
        return error * error;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeDouble(rates.alpha());
        out.writeDouble(rates.beta());
        out.writeDouble(rates.l1());
        out.writeDouble(rates.l2());
        champion.writeTo(out);
        out.writeBoolean(challenger != null);
        if (challenger != null) {
            challenger.writeTo(out);
        }
        watch.writeTo(out);
        out.writeDouble(championLoss);
        out.writeDouble(challengerLoss);
        out.writeInt(trial);
        out.writeLong(seen);
        out.writeLong(drifts);
        for (double each : kept) {
            out.writeDouble(each);
        }
        for (boolean yes : keptYes) {
            out.writeBoolean(yes);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "adaptive logistic");
        rates = new FtrlRates(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
        champion = new FtrlLogistic();
        champion.readFrom(in);
        challenger = null;
        if (in.readBoolean()) {
            challenger = new FtrlLogistic();
            challenger.readFrom(in);
        }
        watch.readFrom(in);
        championLoss = in.readDouble();
        challengerLoss = in.readDouble();
        trial = in.readInt();
        seen = in.readLong();
        drifts = in.readLong();
        kept = new double[KEPT * champion.inputs()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = in.readDouble();
        }
        for (int i = 0; i < KEPT; i++) {
            keptYes[i] = in.readBoolean();
        }
    }
}

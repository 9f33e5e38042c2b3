package io.huihui.models.expert.regime.micro;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.expert.regime.forecast.ForecastModel;
import io.huihui.models.expert.regime.hmm.ForwardFilter;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Sub-states of one symbol, window by window: each is assigned to the clusters of the last fit,
 * which keep their names from fit to fit, and is then kept for the next one.
 */
public final class MicroRegimeTracker implements BinaryState {

    /** Windows that a new fit is brought up to date with: five minutes. */
    private static final int WARM_UP_WINDOWS = 30;

    private static final int VERSION = 1;

    private final ForecastModel model = ForecastModel.shipped();
    private final MicroRefits refits = new MicroRefits();
    private final ClusterNames clusterNames = new ClusterNames();

    /** The last fit; null before the first. */
    private MicroRefits.Done fit;

    private int[] names;
    private ForwardFilter filter;
    private long date = Long.MIN_VALUE;
    private int current;
    private long enteredMillis;

    /**
     * Takes the seconds of a window that ends with a snapshot's second and what the regime expert
     * made of that; returns the sub-state, null before the first fit or when nothing is known of
     * the window. Times do not fall.
     */
    public MicroRegime observe(
            SnapshotId end, List<MicroSecond> seconds, ConditionsSeen conditions) {
        beginSession(TradingCalendar.newYork().date(end.secondEndMillis() - 1));
        float[] window = kept(MicroWindow.of(seconds, conditions.probabilities(), model));
        MicroRegime found = fit == null ? null : assign(end, window, conditions);
        MicroRefits.Done done =
                refits.keep(window, end.secondEndMillis(), fit == null ? null : fit.regimes());
        if (done != null) {
            adopt(done);
        }
        return found;
    }

    private void beginSession(long today) {
        if (today != date) {
            date = today;
            filter = fit == null ? null : fit.regimes().filter();
        }
    }

    /** Windows are kept as floats, so they are rounded before they are used, too. */
    private static float[] kept(double[] window) {
        float[] rounded = new float[window.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) window[i];
        }
        return rounded;
    }

    private MicroRegime assign(SnapshotId end, float[] window, ConditionsSeen conditions) {
        MicroRegimes regimes = fit.regimes();
        double[] taken = regimes.coordinates().of(window);
        if (Arrays.stream(taken).allMatch(Double::isNaN)) {
            return null;
        }
        filter.observe(taken);
        int cluster = regimes.likeliest(filter);
        double distance = regimes.distance(cluster, taken);
        boolean unlike = regimes.count() > 1 && distance > MicroStarts.FAR;
        // A window like none known does not end the sub-state it interrupts.
        int name = unlike ? current : names[cluster];
        if (name != current || enteredMillis == 0) {
            current = name;
            enteredMillis = end.secondEndMillis();
        }
        return new MicroRegime(
                end,
                conditions.condition(),
                unlike || regimes.count() == 1 ? null : (Integer) current,
                Math.min(1, filter.probability(cluster)),
                Double.isNaN(distance) ? null : (Double) distance,
                MicroProfile.of(regimes, cluster),
                regimes.count(),
                end.secondEndMillis() - enteredMillis,
                fit.lastWindowMillis(),
                fit.windows());
    }

    private void adopt(MicroRefits.Done done) {
        fit = done;
        MicroRegimes regimes = done.regimes();
        // What is alone has no name: there is nothing to tell it apart from.
        names = regimes.count() == 1 ? new int[1] : clusterNames.name(regimes);
        filter = regimes.filter();
        for (float[] window : refits.newest(WARM_UP_WINDOWS)) {
            filter.observe(regimes.coordinates().of(window));
        }
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        refits.writeTo(out);
        clusterNames.writeTo(out);
        out.writeBoolean(fit != null);
        if (fit != null) {
            fit.regimes().writeTo(out);
            out.writeLong(fit.lastWindowMillis());
            out.writeInt(fit.windows());
            for (int name : names) {
                out.writeInt(name);
            }
            filter.writeTo(out);
        }
        out.writeLong(date);
        out.writeInt(current);
        out.writeLong(enteredMillis);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "micro-regime-tracker");
        refits.readFrom(in);
        clusterNames.readFrom(in);
        fit = null;
        filter = null;
        if (in.readBoolean()) {
            MicroRegimes regimes = MicroRegimes.read(in);
            fit = new MicroRefits.Done(regimes, in.readLong(), in.readInt());
            names = new int[regimes.count()];
            for (int i = 0; i < names.length; i++) {
                names[i] = in.readInt();
            }
            filter = regimes.filter();
            filter.readFrom(in);
        }
        date = in.readLong();
        current = in.readInt();
        enteredMillis = in.readLong();
    }
}

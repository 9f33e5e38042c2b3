package io.huihui.models.expert.regime.micro;

import io.huihui.models.Require;
import io.huihui.models.expert.regime.hmm.ForwardFilter;
import io.huihui.models.expert.regime.hmm.HiddenMarkovModel;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Sub-states of a market, found without labels: a mixture of normal distributions whose components
 * last, with as many of them as the windows pay for. Assigning a window is one step of a filter.
 */
public final class MicroRegimes {

    private static final int VERSION = 1;

    private final HiddenMarkovModel model;
    private final Coordinates coordinates;

    MicroRegimes(HiddenMarkovModel model, Coordinates coordinates) {
        this.model = model;
        this.coordinates = coordinates;
    }

    /** Returns the clusters of consecutive windows; one when more would not tell enough. */
    public static MicroRegimes fit(double[][] windows) {
        Require.that(windows.length > 1, "at least two windows", () -> windows.length + " windows");
        MicroFit fit = new MicroFit(MicroStarts.of(windows, null));
        while (!fit.step(windows)) {
            // Each step is one iteration.
        }
        return new MicroRegimes(fit.result(windows.length), Coordinates.all(windows[0].length));
    }

    public int count() {
        return model.states();
    }

    /** Returns a filter that assigns windows as they come, of the coordinates that were fitted. */
    public ForwardFilter filter() {
        return new ForwardFilter(model);
    }

    HiddenMarkovModel model() {
        return model;
    }

    Coordinates coordinates() {
        return coordinates;
    }

    /** Returns a coordinate of a cluster's centre, NaN where it was not fitted. */
    double centre(int cluster, int coordinate) {
        int place = coordinates.place(coordinate);
        return place < 0 ? Double.NaN : model.emission(cluster).mean(place);
    }

    /** Returns the variance of a coordinate in a cluster, NaN where it was not fitted. */
    double variance(int cluster, int coordinate) {
        int place = coordinates.place(coordinate);
        return place < 0 ? Double.NaN : model.emission(cluster).covariance()[place][place];
    }

    /**
     * Returns how far the fitted coordinates of a window are from a cluster's centre, in deviations
     * of that cluster; NaN when one is missing. The root of their number is usual.
     */
    double distance(int cluster, double[] taken) {
        for (double value : taken) {
            if (Double.isNaN(value)) {
                return Double.NaN;
            }
        }
        return Math.sqrt(model.emission(cluster).squaredDistance(taken));
    }

    /** Returns the likeliest cluster of each window, by what came before it only. */
    public int[] assign(double[][] windows) {
        ForwardFilter filter = filter();
        int[] assigned = new int[windows.length];
        for (int t = 0; t < windows.length; t++) {
            filter.observe(windows[t]);
            assigned[t] = likeliest(filter);
        }
        return assigned;
    }

    int likeliest(ForwardFilter filter) {
        int best = 0;
        for (int k = 1; k < count(); k++) {
            best = filter.probability(k) > filter.probability(best) ? k : best;
        }
        return best;
    }

    void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        model.writeTo(out);
        coordinates.writeTo(out);
    }

    static MicroRegimes read(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "micro-regimes");
        return new MicroRegimes(HiddenMarkovModel.read(in), Coordinates.read(in));
    }
}

package io.huihui.models.expert.regime.micro;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of sub-states that last from fit to fit: a cluster takes the name of the one known nearest
 * to it, all clusters together by the matching that costs least; one that is like none known takes
 * a name never used before. A sub-state that is not found for a few fits keeps its name meanwhile.
 */
final class ClusterNames {

    private static final int VERSION = 1;

    /** Sub-states remembered; of more the one not found for longest goes. */
    private static final int MOST_KNOWN = 12;

    /** Mean square of deviations, over the coordinates, from which a cluster is another one. */
    private static final double FARTHEST = 9;

    /** A sub-state as it was last found; NaN where a coordinate was not fitted. */
    private record Known(int name, List<Double> centre, List<Double> variances) {}

    /** The one found last stands last. */
    private final List<Known> known = new ArrayList<>();

    private int next = 1;

    /** Returns the name of each cluster of a new fit. */
    int[] name(MicroRegimes found) {
        double[] usual = usualVariances(found);
        double[][] cost = new double[found.count()][known.size()];
        for (int cluster = 0; cluster < cost.length; cluster++) {
            for (int other = 0; other < known.size(); other++) {
                cost[cluster][other] =
                        Math.min(FARTHEST, distance(found, cluster, known.get(other), usual));
            }
        }
        int[] match = LabelMatching.match(cost);
        int[] names = new int[match.length];
        for (int cluster = 0; cluster < names.length; cluster++) {
            boolean same = match[cluster] >= 0 && cost[cluster][match[cluster]] < FARTHEST;
            names[cluster] = same ? known.get(match[cluster]).name() : next++;
        }
        remember(found, names);
        return names;
    }

    /**
     * Mean of the clusters' variances: a spread that is a cent throughout a stay has none there.
     */
    private static double[] usualVariances(MicroRegimes found) {
        double[] usual = new double[MicroWindow.COORDINATES];
        for (int i = 0; i < usual.length; i++) {
            for (int cluster = 0; cluster < found.count(); cluster++) {
                usual[i] += found.variance(cluster, i) / found.count();
            }
        }
        return usual;
    }

    private static double distance(
            MicroRegimes found, int cluster, Known other, double[] usualVariances) {
        double sum = 0;
        int coordinates = 0;
        for (int i = 0; i < other.centre().size(); i++) {
            double difference = found.centre(cluster, i) - other.centre().get(i);
            if (!Double.isNaN(difference)) {
                sum +=
                        difference
                                * difference
                                / Math.max(other.variances().get(i), usualVariances[i]);
                coordinates++;
            }
        }
        return coordinates == 0 ? FARTHEST : sum / coordinates;
    }

    private void remember(MicroRegimes found, int[] names) {
        for (int cluster = 0; cluster < names.length; cluster++) {
            int name = names[cluster];
            known.removeIf(one -> one.name() == name);
            List<Double> centre = new ArrayList<>();
            List<Double> variances = new ArrayList<>();
            for (int i = 0; i < MicroWindow.COORDINATES; i++) {
                centre.add(found.centre(cluster, i));
                variances.add(found.variance(cluster, i));
            }
            known.add(new Known(name, centre, variances));
        }
        while (known.size() > MOST_KNOWN) {
            known.remove(0);
        }
    }

    void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeInt(next);
        out.writeInt(known.size());
        for (Known one : known) {
            out.writeInt(one.name());
            for (int i = 0; i < MicroWindow.COORDINATES; i++) {
                out.writeDouble(one.centre().get(i));
                out.writeDouble(one.variances().get(i));
            }
        }
    }

    void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "cluster-names");
        next = in.readInt();
        known.clear();
        for (int left = in.readInt(); left > 0; left--) {
            int name = in.readInt();
            List<Double> centre = new ArrayList<>();
            List<Double> variances = new ArrayList<>();
            for (int i = 0; i < MicroWindow.COORDINATES; i++) {
                centre.add(in.readDouble());
                variances.add(in.readDouble());
            }
            known.add(new Known(name, centre, variances));
        }
    }
}

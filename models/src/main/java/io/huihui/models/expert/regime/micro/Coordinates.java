package io.huihui.models.expert.regime.micro;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which coordinates of windows a fit reads: a market without a book has no depth, and one whose
 * spread is always a cent tells nothing by it.
 */
final class Coordinates {

    /** Share of the windows that have to know a coordinate; the others are left out of the fit. */
    private static final double LEAST_KNOWN = 0.9;

    /** A coordinate whose deviation is smaller does not vary. All are logarithms or alike. */
    private static final double LEAST_DEVIATION = 1e-3;

    private final int[] taken;

    private Coordinates(int... taken) {
        this.taken = taken;
    }

    static Coordinates all(int count) {
        return new Coordinates(IntStream.range(0, count).toArray());
    }

    /** Returns those that nearly all windows know and that vary. */
    static Coordinates of(List<float[]> windows) {
        return new Coordinates(
                IntStream.range(0, MicroWindow.COORDINATES)
                        .filter(coordinate -> tells(windows, coordinate))
                        .toArray());
    }

    private static boolean tells(List<float[]> windows, int coordinate) {
        int known = 0;
        double sum = 0;
        for (float[] window : windows) {
            if (!Float.isNaN(window[coordinate])) {
                known++;
                sum += window[coordinate];
            }
        }
        double mean = sum / known;
        double squares = 0;
        for (float[] window : windows) {
            if (!Float.isNaN(window[coordinate])) {
                squares += (window[coordinate] - mean) * (window[coordinate] - mean);
            }
        }
        return known >= LEAST_KNOWN * windows.size()
                && squares > LEAST_DEVIATION * LEAST_DEVIATION * known;
    }

    boolean sameAs(Coordinates other) {
        return Arrays.equals(taken, other.taken);
    }

    int count() {
        return taken.length;
    }

    /** Returns where a coordinate stands among those taken, -1 when it is not. */
    int place(int coordinate) {
        for (int i = 0; i < taken.length; i++) {
            if (taken[i] == coordinate) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the windows that know all coordinates taken, of these alone. */
    double[][] complete(List<float[]> windows) {
        return windows.stream()
                .map(this::of)
                .filter(window -> Arrays.stream(window).noneMatch(Double::isNaN))
                .toArray(double[][]::new);
    }

    /** Returns a window of the coordinates taken. */
    double[] of(float[] window) {
        double[] values = new double[taken.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = window[taken[i]];
        }
        return values;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(taken.length);
        for (int coordinate : taken) {
            out.writeInt(coordinate);
        }
    }

    static Coordinates read(DataInput in) throws IOException {
        int[] taken = new int[in.readInt()];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = in.readInt();
        }
        return new Coordinates(taken);
    }
}

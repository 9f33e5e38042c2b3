package io.huihui.models.vector;

import io.huihui.models.Require;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Rounds coordinates to an even grid: {@link #STEPS} steps for what is held, four times as fine for
 * queries. The same step for every coordinate, so that distances on the grid are distances.
 *
 * <p>A rounded vector is kept as bit planes: for every 64 coordinates one word with the lowest
 * bits, one with the second, and so on. The inner product of two such vectors is then a sum of
 * counted bits: sum over planes a, b of 2^(a+b) bitCount(x_a & y_b). On a Java without vector
 * instructions this is several times faster than 128 multiplications, and a vector of 128 takes one
 * line of the cache instead of eight.
 */
final class Grid {

    /** Bits of a rounded coordinate. */
    static final int BITS = 4;

    /** Of a rounded coordinate of a query: its error counts in every comparison. */
    static final int QUERY_BITS = 6;

    static final int STEPS = 1 << BITS;

    /** A step of a query's grid. */
    private static final int FINER = 1 << (QUERY_BITS - BITS);

    /** Fewer say too little of where vectors lie. */
    static final int FEWEST_TYPICAL = 16;

    /**
     * The grid spans this many standard deviations each way: of a Gaussian the best uniform grid of
     * 16 steps has a step of .335. J. Max, "Quantizing for minimum distortion", IRE Transactions on
     * Information Theory 6, 1960, table II.
     */
    private static final double SPAN_DEVIATIONS = 0.335 * STEPS / 2;

    private static final int WORD_BITS = 64;

    private final float[] centre;
    private final float step;
    private final int words;

    Grid(float[] centre, float step) {
        this.centre = centre;
        this.step = step;
        words = (centre.length + WORD_BITS - 1) / WORD_BITS;
    }

    /** Returns a grid for vectors like these, which are checked. */
    static Grid of(float[][] typical) {
        Require.that(
                typical.length >= FEWEST_TYPICAL,
                "at least " + FEWEST_TYPICAL + " typical vectors to train on",
                () -> typical.length + " vectors");
        int dimension = typical[0].length;
        float[] centre = new float[dimension];
        double squares = 0;
        for (int i = 0; i < dimension; i++) {
            double sum = 0;
            for (float[] vector : typical) {
                sum += vector[i];
            }
            double mean = sum / typical.length;
            centre[i] = (float) mean;
            for (float[] vector : typical) {
                squares += (vector[i] - mean) * (vector[i] - mean);
            }
        }
        double deviation = Math.sqrt(squares / typical.length / dimension);
        Require.that(
                deviation > 0, "typical vectors that differ", () -> typical.length + " equal ones");
        return new Grid(centre, (float) (2 * SPAN_DEVIATIONS * deviation / STEPS));
    }

    /** Returns how many words a vector of what is held takes. */
    int wordsOfVector() {
        return words * BITS;
    }

    /** Returns how many words a query takes. */
    int wordsOfQuery() {
        return words * QUERY_BITS;
    }

    /** Rounds a vector into words and returns the sum of squares of its steps. */
    int round(float[] vectors, int from, long[] into, int at) {
        return round(vectors, from, into, at, BITS);
    }

    /** Rounds a query into words and returns the sum of squares of its finer steps. */
    int roundQuery(float[] query, int from, long[] into) {
        return round(query, from, into, 0, QUERY_BITS);
    }

    private int round(float[] vectors, int from, long[] into, int at, int bits) {
        Arrays.fill(into, at, at + words * bits, 0);
        int levels = 1 << bits;
        // A vector's step s stands for the middle of [s, s + 1); a query's grid has the same zero.
        float scale = levels / (step * STEPS);
        float zero = 0.5f * (STEPS - 1) * levels / STEPS;
        int squares = 0;
        for (int i = 0; i < centre.length; i++) {
            int level = Math.round((vectors[from + i] - centre[i]) * scale + zero);
            level = Math.max(0, Math.min(levels - 1, level));
            squares += level * level;
            int word = at + i / WORD_BITS * bits;
            for (int bit = 0; bit < bits; bit++) {
                into[word + bit] |= (long) ((level >> bit) & 1) << i;
            }
        }
        return squares;
    }

    /**
     * Returns the squared distance, in a query's steps, of a rounded query from a rounded vector.
     *
     * @param querySquares what {@link #roundQuery} returned
     * @param squares what {@link #round} returned
     */
    int fromQuery(long[] query, int querySquares, long[] vectors, int at, int squares) {
        int product = 0;
        for (int w = 0, q = 0, v = at; w < words; w++, q += QUERY_BITS, v += BITS) {
            long one = vectors[v];
            long two = vectors[v + 1];
            long four = vectors[v + 2];
            long eight = vectors[v + 3];
            product += weighed(query[q], one, two, four, eight);
            product += weighed(query[q + 1], one, two, four, eight) << 1;
            product += weighed(query[q + 2], one, two, four, eight) << 2;
            product += weighed(query[q + 3], one, two, four, eight) << 3;
            product += weighed(query[q + 4], one, two, four, eight) << 4;
            product += weighed(query[q + 5], one, two, four, eight) << 5;
        }
        return FINER * FINER * squares - 2 * FINER * product + querySquares;
    }

    /** Returns the squared distance of two rounded vectors, in a query's steps. */
    int between(long[] vectors, int a, int squaresOfA, int b, int squaresOfB) {
        int product = 0;
        for (int w = 0, x = a, y = b; w < words; w++, x += BITS, y += BITS) {
            long one = vectors[y];
            long two = vectors[y + 1];
            long four = vectors[y + 2];
            long eight = vectors[y + 3];
            product += weighed(vectors[x], one, two, four, eight);
            product += weighed(vectors[x + 1], one, two, four, eight) << 1;
            product += weighed(vectors[x + 2], one, two, four, eight) << 2;
            product += weighed(vectors[x + 3], one, two, four, eight) << 3;
        }
        return FINER * FINER * (squaresOfA + squaresOfB - 2 * product);
    }

    private static int weighed(long plane, long one, long two, long four, long eight) {
        return Long.bitCount(plane & one)
                + (Long.bitCount(plane & two) << 1)
                + (Long.bitCount(plane & four) << 2)
                + (Long.bitCount(plane & eight) << 3);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(centre.length);
        for (float each : centre) {
            out.writeFloat(each);
        }
        out.writeFloat(step);
    }

    static Grid read(DataInput in) throws IOException {
        float[] centre = new float[in.readInt()];
        for (int i = 0; i < centre.length; i++) {
            centre[i] = in.readFloat();
        }
        return new Grid(centre, in.readFloat());
    }
}

package io.huihui.models.vector;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.util.Arrays;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class GridTest {

    /** Counted bits against a plain sum over coordinates rounded one by one. */
    @Property(tries = 200)
    void countedBitsAreSquaredDistances(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int dimension) {
        SplittableRandom random = new SplittableRandom(seed);
        float step = 0.5f;
        Grid grid = new Grid(new float[dimension], step);
        float[] vectors = new float[2 * dimension];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = (float) random.nextDouble(-6, 6);
        }
        long[] words = new long[2 * grid.wordsOfVector()];
        int first = grid.round(vectors, 0, words, 0);
        int second = grid.round(vectors, dimension, words, grid.wordsOfVector());
        long[] query = new long[grid.wordsOfQuery()];
        int querySquares = grid.roundQuery(Arrays.copyOf(vectors, dimension), 0, query);

        int fromQuery = 0;
        int between = 0;
        for (int i = 0; i < dimension; i++) {
            // 16 steps of .5 around zero: -4 to 4; a query's are four times as fine.
            int fine = clamp(Math.round(vectors[i] * 8 + 30f), 63);
            int coarse = clamp(Math.round(vectors[i] * 2 + 7.5f), 15);
            int other = clamp(Math.round(vectors[dimension + i] * 2 + 7.5f), 15);
            fromQuery += (fine - 4 * other) * (fine - 4 * other);
            between += 16 * (coarse - other) * (coarse - other);
        }
        assertThat(grid.fromQuery(query, querySquares, words, grid.wordsOfVector(), second))
                .isEqualTo(fromQuery);
        assertThat(grid.between(words, 0, first, grid.wordsOfVector(), second)).isEqualTo(between);
    }

    private static int clamp(int level, int most) {
        return Math.max(0, Math.min(most, level));
    }
}

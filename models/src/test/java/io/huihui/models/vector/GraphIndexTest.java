package io.huihui.models.vector;

import io.huihui.models.learner.StateBytes;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

/** The graph beside the exact index, which is given the same calls. */
class GraphIndexTest {

    private static final int TYPICAL = 100;

    /**
     * Looks at every vector that can be reached, so that only the unreachable are missed; and there
     * is room for all links that are wanted, so that there are none.
     */
    private static final GraphShape PATIENT = new GraphShape(100, 400, 400, 3);

    @Property(tries = 100)
    void aSmallIndexAnswersLikeTheExactOne(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 70) int dimension,
            @ForAll @IntRange(min = 5, max = 200) int capacity) {
        Clusters clusters = new Clusters(seed, 6, dimension);
        Pair pair = new Pair(dimension, capacity, PATIENT, clusters);
        SplittableRandom random = new SplittableRandom(seed);
        for (int step = 0; step < 400; step++) {
            if (random.nextInt(4) == 0) {
                pair.remove(random.nextLong(step + 1));
            } else {
                pair.add(clusters.next());
            }
            if (step % 20 == 0) {
                pair.requireEqualAnswers(clusters.next());
            }
        }
        assertThat(pair.graph.size()).isEqualTo(pair.exact.size());
    }

    /** Deleted ones never come back: neither in the answers nor by way of a restore. */
    @Property(tries = 20)
    void whatIsRemovedNeverComesBack(@ForAll long seed) throws IOException {
        Clusters clusters = new Clusters(seed, 10, 16);
        GraphIndex index = new GraphIndex(16, 1_000, GraphShape.USUAL);
        index.train(clusters.next(TYPICAL));
        for (int i = 0; i < 600; i++) {
            index.add(clusters.next());
        }
        for (int i = 0; i < 600; i += 2) {
            assertThat(index.remove(i)).isTrue();
        }
        GraphIndex restored = StateBytes.restore(StateBytes.of(index), new GraphIndex());
        Neighbours found = new Neighbours();
        for (int i = 0; i < 50; i++) {
            restored.search(clusters.next(), 300, found);
            assertThat(found.count()).isGreaterThan(280);
            for (int rank = 0; rank < found.count(); rank++) {
                assertThat(found.number(rank) % 2).isEqualTo(1);
            }
        }
    }

    @Property(tries = 3)
    void findsNearlyAllOfClusteredVectors(@ForAll long seed) {
        Clusters clusters = new Clusters(seed, 50, 128);
        Pair pair = new Pair(128, 5_000, GraphShape.USUAL, clusters);
        for (int i = 0; i < 5_000; i++) {
            pair.add(clusters.next());
        }

        assertThat(pair.recallAtTen(clusters.next(200))).isGreaterThan(0.97);
    }

    /** Every vector has been replaced three times: the oldest leaves as the newest comes. */
    @Property(tries = 3)
    void findsAsManyAfterAllHaveBeenReplaced(@ForAll long seed) {
        Clusters clusters = new Clusters(seed, 30, 32);
        Pair pair = new Pair(32, 2_000, GraphShape.USUAL, clusters);
        for (int i = 0; i < 8_000; i++) {
            pair.add(clusters.next());
        }

        assertThat(pair.graph.size()).isEqualTo(2_000);
        assertThat(pair.recallAtTen(clusters.next(200))).isGreaterThan(0.97);
    }

    @Test
    void findsWhatLiesFarOutsideOfWhatItWasTrainedOn() {
        Clusters clusters = new Clusters(1, 10, 20);
        Pair pair = new Pair(20, 2_000, GraphShape.USUAL, clusters);
        for (int i = 0; i < 1_000; i++) {
            pair.add(clusters.next());
        }
        float[] far = new float[20];
        far[3] = 1_000_000;
        pair.add(far);

        Neighbours found = new Neighbours();
        pair.graph.search(far, 1, found);
        assertThat(found.number(0)).isEqualTo(1_000);
        assertThat(found.distance(0)).isZero();
    }

    @Test
    void equalCallsGiveEqualBytes() throws IOException {
        assertThat(StateBytes.of(built(7, 500))).isEqualTo(StateBytes.of(built(7, 500)));
    }

    @Test
    void restoredIndexGoesOnBitForBit() throws IOException {
        GraphIndex straight = built(4, 700);
        GraphIndex restored = StateBytes.restore(StateBytes.of(straight), new GraphIndex());
        assertThat(StateBytes.of(restored)).isEqualTo(StateBytes.of(straight));
        Clusters more = new Clusters(5, 10, 24);
        for (int i = 0; i < 300; i++) {
            float[] vector = more.next();
            assertThat(restored.add(vector)).isEqualTo(straight.add(vector));
            assertThat(restored.remove(500 + i)).isEqualTo(straight.remove(500 + i));
        }

        assertThat(StateBytes.of(restored)).isEqualTo(StateBytes.of(straight));
    }

    private static GraphIndex built(long seed, int count) {
        Clusters clusters = new Clusters(seed, 10, 24);
        GraphIndex index = new GraphIndex(24, 600, GraphShape.USUAL);
        index.train(clusters.next(TYPICAL));
        for (int i = 0; i < count; i++) {
            index.add(clusters.next());
        }
        return index;
    }

    /** Both engines, told the same. */
    private static final class Pair {

        private static final int K = 10;

        final GraphIndex graph;
        final ExactIndex exact;
        private final Neighbours found = new Neighbours();
        private final Neighbours truth = new Neighbours();

        Pair(int dimension, int capacity, GraphShape shape, Clusters clusters) {
            graph = new GraphIndex(dimension, capacity, shape);
            graph.train(clusters.next(TYPICAL));
            exact = new ExactIndex(dimension, capacity);
        }

        void add(float[] vector) {
            assertThat(graph.add(vector)).isEqualTo(exact.add(vector));
        }

        void remove(long number) {
            assertThat(graph.remove(number)).isEqualTo(exact.remove(number));
        }

        void requireEqualAnswers(float[] query) {
            graph.search(query, K, found);
            exact.search(query, K, truth);
            assertThat(found.count()).isEqualTo(truth.count());
            for (int rank = 0; rank < truth.count(); rank++) {
                assertThat(found.number(rank)).isEqualTo(truth.number(rank));
                assertThat(found.distance(rank)).isEqualTo(truth.distance(rank));
            }
        }

        double recallAtTen(float[][] queries) {
            int hits = 0;
            for (float[] query : queries) {
                graph.search(query, K, found);
                exact.search(query, K, truth);
                for (int rank = 0; rank < K; rank++) {
                    for (int other = 0; other < K; other++) {
                        hits += found.number(other) == truth.number(rank) ? 1 : 0;
                    }
                }
            }
            return hits / (double) (queries.length * K);
        }
    }
}

package io.huihui.models.vector;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Assertions;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class MirrorsTest {

    private static final int DIMENSION = 7;
    private static final String OWNER = "SPY";

    private Mirrors mirrors;
    private LoopDevice device;
    private int unsettled;

    /** Each try has an index of its own, which the mirror of another would be taken for. */
    @BeforeTry
    void begin() {
        mirrors = new Mirrors();
        device = new LoopDevice();
        unsettled = 0;
    }

    /** Vectors come, go by themselves and are taken out, in a ring that grows and turns around. */
    @Property(tries = 50)
    void theAnswerIsThatOfTheIndexItself(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 200) int capacity,
            @ForAll @IntRange(min = 1, max = 12) int k) {
        SplittableRandom random = new SplittableRandom(seed);
        ExactIndex index = new ExactIndex(DIMENSION, capacity);
        long added = 0;
        for (int turn = 0; turn < 30; turn++) {
            int fresh = random.nextInt(20);
            for (int i = 0; i < fresh; i++) {
                added = index.add(vector(random)) + 1;
            }
            if (random.nextInt(3) == 0 && added > 0) {
                index.remove(random.nextLong(added));
            }
            assertSame(index, vector(random), k);
        }
    }

    @Example
    void ofTooManyEquallyNearOnesTheIndexIsAsked() {
        ExactIndex index = new ExactIndex(DIMENSION, 100);
        for (int i = 0; i < 60; i++) {
            index.add(new float[] {1, 1, 1, 1, 1, 1, 1});
        }
        assertSame(index, new float[DIMENSION], 5);

        assertThat(unsettled).isEqualTo(1);
    }

    @Example
    void onlyWhatIsNewIsSent() {
        SplittableRandom random = new SplittableRandom(1);
        ExactIndex index = new ExactIndex(DIMENSION, 1_000);
        IntStream.range(0, 100).forEach(i -> index.add(vector(random)));
        assertSame(index, vector(random), 3);
        int before = device.put;
        index.add(vector(random));
        assertSame(index, vector(random), 3);

        assertThat(device.put).isEqualTo(before + 1);
    }

    @Example
    void whatIsLostIsSentAnewAndWhoIsForgottenIsFreed() {
        SplittableRandom random = new SplittableRandom(1);
        ExactIndex index = new ExactIndex(DIMENSION, 1_000);
        IntStream.range(0, 100).forEach(i -> index.add(vector(random)));
        assertSame(index, vector(random), 3);
        device.owners.clear();
        mirrors.lost();
        assertSame(index, vector(random), 3);

        mirrors.forget(OWNER);
        ExactIndex other = new ExactIndex(DIMENSION, 10);
        other.add(vector(random));
        mirrors.question("QQQ", other, vector(random), 3).on(device);
        assertThat(device.owners).containsOnlyKeys("QQQ");
    }

    private void assertSame(ExactIndex index, float[] query, int k) {
        Neighbours expected = new Neighbours();
        index.search(query, k, expected);
        Neighbours found = new Neighbours();
        Mirrors.Question question = mirrors.question(OWNER, index, query, k);
        if (!mirrors.settle(question, index, question.on(device), found)) {
            unsettled++;
            return;
        }
        assertThat(found.count()).isEqualTo(expected.count());
        for (int rank = 0; rank < found.count(); rank++) {
            assertThat(found.number(rank)).isEqualTo(expected.number(rank));
            Assertions.assertEquals(expected.distance(rank), found.distance(rank));
        }
    }

    private static float[] vector(SplittableRandom random) {
        float[] vector = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    /** A device of plain loops, as exact as floats are. */
    private static final class LoopDevice implements VectorDevice {
        private final Map<String, float[][]> owners = new HashMap<>();
        private int put;

        @Override
        public void begin(String owner, int places, int dimension) {
            owners.put(owner, new float[places][]);
        }

        @Override
        public void put(String owner, int firstPlace, float[] coordinates, float[] squares) {
            int dimension = coordinates.length / squares.length;
            for (int i = 0; i < squares.length; i++) {
                float[] vector = new float[dimension];
                System.arraycopy(coordinates, i * dimension, vector, 0, dimension);
                owners.get(owner)[firstPlace + i] = Float.isInfinite(squares[i]) ? null : vector;
                put++;
            }
        }

        @Override
        public Candidates nearest(String owner, float[] query, int most) {
            float[][] vectors = owners.get(owner);
            float[] squares = new float[vectors.length];
            for (int place = 0; place < vectors.length; place++) {
                squares[place] = square(vectors[place], query);
            }
            int[] places =
                    IntStream.range(0, vectors.length)
                            .boxed()
                            .sorted((a, b) -> Float.compare(squares[a], squares[b]))
                            .limit(most)
                            .mapToInt(Integer::intValue)
                            .toArray();
            float[] sorted = new float[places.length];
            for (int rank = 0; rank < places.length; rank++) {
                sorted[rank] = squares[places[rank]];
            }
            return new Candidates(places, sorted);
        }

        private static float square(float[] vector, float[] query) {
            if (vector == null) {
                return Float.POSITIVE_INFINITY;
            }
            float sum = 0;
            for (int i = 0; i < query.length; i++) {
                sum += vector[i] * vector[i] - 2 * vector[i] * query[i] + query[i] * query[i];
            }
            return sum;
        }

        @Override
        public void forget(String owner) {
            owners.remove(owner);
        }

        @Override
        public void close() {}
    }
}

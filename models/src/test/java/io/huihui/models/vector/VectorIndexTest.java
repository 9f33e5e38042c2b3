package io.huihui.models.vector;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.learner.StateBytes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

/** What every engine must do. */
class VectorIndexTest {

    private static final int DIMENSION = 3;

    enum Engine {
        EXACT,
        GRAPH;

        VectorIndex fresh(int dimension, int capacity) {
            return this == EXACT
                    ? new ExactIndex(dimension, capacity)
                    : new GraphIndex(dimension, capacity, GraphShape.USUAL);
        }

        VectorIndex trained(int capacity) {
            VectorIndex index = fresh(DIMENSION, capacity);
            index.train(new Clusters(1, 8, DIMENSION).next(100));
            return index;
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsTheNearestFirst(Engine engine) {
        VectorIndex index = engine.trained(10);
        index.add(new float[] {0, 0, 0});
        index.add(new float[] {3, 4, 0});
        index.add(new float[] {0, 1, 0});

        Neighbours found = new Neighbours();
        index.search(new float[] {0, 0, 0}, 2, found);
        assertThat(found.count()).isEqualTo(2);
        assertThat(found.number(0)).isEqualTo(0);
        assertThat(found.number(1)).isEqualTo(2);
        assertThat(found.distance(0)).isZero();
        assertThat(found.distance(1)).isCloseTo(1, offset(1e-9));

        index.search(new float[] {0, 0, 0}, 9, found);
        assertThat(found.count()).isEqualTo(3);
        assertThat(found.number(2)).isEqualTo(1);
        assertThat(found.distance(2)).isCloseTo(5, offset(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void ofEquallyNearOnesTheOldestComesFirst(Engine engine) {
        VectorIndex index = engine.trained(10);
        for (int i = 0; i < 5; i++) {
            index.add(new float[] {1, 1, 1});
        }

        Neighbours found = new Neighbours();
        index.search(new float[] {1, 0, 1}, 3, found);
        assertThat(found.number(0)).isEqualTo(0);
        assertThat(found.number(1)).isEqualTo(1);
        assertThat(found.number(2)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void letsTheOldestGoWhenFull(Engine engine) {
        VectorIndex index = engine.trained(4);
        for (int i = 0; i < 6; i++) {
            assertThat(index.add(new float[] {i, 0, 0})).isEqualTo(i);
        }

        assertThat(index.size()).isEqualTo(4);
        assertThat(index.remove(1)).isFalse();
        Neighbours found = new Neighbours();
        index.search(new float[] {0, 0, 0}, 10, found);
        assertThat(found.count()).isEqualTo(4);
        assertThat(found.number(0)).isEqualTo(2);
        assertThat(found.number(3)).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void forgetsWhatIsRemoved(Engine engine) {
        VectorIndex index = engine.trained(4);
        index.add(new float[] {0, 0, 0});
        index.add(new float[] {1, 0, 0});

        assertThat(index.get(0)).containsExactly(0, 0, 0);
        assertThat(index.remove(0)).isTrue();
        assertThat(index.remove(0)).isFalse();
        assertThat(index.get(0)).isNull();
        assertThat(index.remove(7)).isFalse();
        assertThat(index.remove(-1)).isFalse();
        Neighbours found = new Neighbours();
        index.search(new float[] {0, 0, 0}, 2, found);
        assertThat(found.count()).isEqualTo(1);
        assertThat(found.number(0)).isEqualTo(1);

        index.remove(1);
        index.search(new float[] {0, 0, 0}, 2, found);
        assertThat(found.count()).isZero();
        assertThat(index.size()).isZero();
        assertThat(index.add(new float[] {2, 0, 0})).isEqualTo(2);
        index.search(new float[] {0, 0, 0}, 2, found);
        assertThat(found.number(0)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatCannotBeCompared(Engine engine) {
        VectorIndex index = engine.trained(4);

        assertThatThrownBy(() -> index.add(new float[2]))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("need a vector of 3 coordinates, was 2 coordinates");
        assertThatThrownBy(() -> index.add(new float[] {0, Float.NaN, 0}))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("need finite coordinates, was coordinate 1=NaN");
        assertThatThrownBy(() -> index.search(new float[4], 1, new Neighbours()))
                .hasMessage("need a vector of 3 coordinates, was 4 coordinates");
        assertThatThrownBy(
                        () ->
                                index.search(
                                        new float[] {0, 0, Float.NEGATIVE_INFINITY},
                                        1,
                                        new Neighbours()))
                .hasMessageContaining("coordinate 2=-Infinity");
        assertThatThrownBy(() -> index.search(new float[3], 0, new Neighbours()))
                .hasMessage("need k >= 1, was k=0");
        assertThatThrownBy(() -> index.train(new float[][] {{1, 2}}))
                .hasMessageContaining("3 coordinates");
        assertThat(index.size()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void refusesACapacityThatNoArrayCanHold(Engine engine) {
        assertThatThrownBy(() -> engine.fresh(1 << 16, 1 << 16))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("shard what is larger");
        assertThatThrownBy(() -> engine.fresh(0, 1)).hasMessageContaining("dimension=0");
        assertThatThrownBy(() -> engine.fresh(1, 0)).hasMessageContaining("capacity=0");
    }

    @Test
    void anUntrainedGraphRefusesToBeUsed() {
        VectorIndex index = Engine.GRAPH.fresh(DIMENSION, 4);

        assertThat(index.isTrained()).isFalse();
        assertThatThrownBy(() -> index.add(new float[DIMENSION]))
                .isInstanceOf(UntrainedIndexException.class)
                .hasMessage(
                        "need a trained index, was untrained; call train with at least 16 typical"
                                + " vectors before the first is added or searched");
        assertThatThrownBy(() -> index.search(new float[DIMENSION], 1, new Neighbours()))
                .isInstanceOf(UntrainedIndexException.class);
        assertThatThrownBy(() -> index.train(new Clusters(1, 2, DIMENSION).next(15)))
                .hasMessage("need at least 16 typical vectors to train on, was 15 vectors");
        assertThatThrownBy(() -> index.train(new float[20][DIMENSION]))
                .hasMessage("need typical vectors that differ, was 20 equal ones");
        assertThat(index.size()).isZero();
    }

    @Test
    void aGraphIsTrainedOnce() {
        VectorIndex index = Engine.GRAPH.trained(4);

        assertThatThrownBy(() -> index.train(new Clusters(1, 2, DIMENSION).next(20)))
                .hasMessage("need an untrained index to train, was one that is trained");
    }

    @Test
    void anUntrainedGraphIsStoredToo() throws IOException {
        GraphIndex stored = new GraphIndex(DIMENSION, 9, GraphShape.USUAL);
        GraphIndex restored = StateBytes.restore(StateBytes.of(stored), new GraphIndex());

        assertThat(restored.isTrained()).isFalse();
        assertThat(restored.capacity()).isEqualTo(9);
        assertThat(restored.dimension()).isEqualTo(DIMENSION);
    }
}

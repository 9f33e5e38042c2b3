package io.huihui.models.learner;

import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DelayedLabelsTest {

    @Test
    void handsNothingOutBeforeItsTimeAndThenInOrder() {
        DelayedLabels labels = new DelayedLabels(1, 10);
        labels.add(1_000, 6_000, new double[] {1}, 0.1);
        labels.add(2_000, 7_000, new double[] {2}, 0.2);

        assertThat(labels.next(5_999)).isFalse();
        assertThat(labels.waiting()).isEqualTo(2);
        assertThat(labels.next(6_000)).isTrue();
        assertThat(labels.madeAtMillis()).isEqualTo(1_000);
        assertThat(labels.said()).isEqualTo(0.1);
        assertThat(labels.inputs()).containsExactly(1);
        assertThat(labels.next(6_000)).isFalse();
        assertThat(labels.next(60_000)).isTrue();
        assertThat(labels.inputs()).containsExactly(2);
        assertThat(labels.next(60_000)).isFalse();
        assertThat(labels.waiting()).isZero();
    }

    @Test
    void keepsWhatWasLookedAtThen() {
        DelayedLabels labels = new DelayedLabels(1, 10);
        double[] inputs = {1};
        labels.add(0, 1_000, inputs, 0.5);
        inputs[0] = 9;

        labels.next(1_000);

        assertThat(labels.inputs()).containsExactly(1);
    }

    @Test
    void dropsAndCountsTheOldestWhenFull() {
        DelayedLabels labels = new DelayedLabels(0, 3);
        for (int second = 0; second < 5; second++) {
            labels.add(second * 1_000L, second * 1_000L + 5_000, new double[0], second);
        }

        assertThat(labels.waiting()).isEqualTo(3);
        assertThat(labels.dropped()).isEqualTo(2);
        assertThat(labels.next(60_000)).isTrue();
        assertThat(labels.said()).isEqualTo(2);
    }

    @Test
    void restoredQueueGoesOnBitForBit() throws IOException {
        DelayedLabels straight = new DelayedLabels(2, 4);
        for (int second = 0; second < 7; second++) {
            straight.add(second * 1_000L, second * 1_000L + 3_000, new double[] {second, 1}, 0.5);
            straight.next(second * 1_000L);
        }
        DelayedLabels restored = StateBytes.restore(StateBytes.of(straight), new DelayedLabels());

        assertThat(StateBytes.of(restored)).isEqualTo(StateBytes.of(straight));
        straight.add(9_000, 12_000, new double[] {9, 1}, 0.9);
        restored.add(9_000, 12_000, new double[] {9, 1}, 0.9);
        assertThat(restored.next(9_000)).isEqualTo(straight.next(9_000));
        assertThat(restored.inputs()).isEqualTo(straight.inputs());
        assertThat(StateBytes.of(restored)).isEqualTo(StateBytes.of(straight));
    }

    @Test
    void refusesTimesThatRunBackwards() {
        DelayedLabels labels = new DelayedLabels(0, 3);
        labels.add(1_000, 6_000, new double[0], 0);

        assertThatThrownBy(() -> labels.add(2_000, 2_000, new double[0], 0))
                .hasMessageContaining("a due time after now");
        assertThatThrownBy(() -> labels.add(2_000, 5_000, new double[0], 0))
                .hasMessageContaining("do not fall");
    }
}

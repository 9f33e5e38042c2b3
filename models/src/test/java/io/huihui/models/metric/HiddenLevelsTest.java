package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import org.junit.jupiter.api.Test;

import static io.huihui.models.metric.HandTable.fill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HiddenLevelsTest {

    private static FeatureVector publish(StrikeTable table, double spot) {
        FeatureVector.Builder out = new FeatureVector.Builder();
        new HiddenLevels(table).publish(spot, out);
        return out.build();
    }

    /** Scores of one MAD at both ends: .4 for gamma, .2 for gamma less delta, .1 for vanna. */
    @Test
    void oddestStrikeNearestToSpotIsTheLevel() {
        StrikeTable table = HandTable.of(98, 100, 102);
        fill(table.gamma, 2, 0, -2);
        fill(table.vanna, 5, 0, -5);
        double unit = 1 / 1.4826;
        double expected = (0.4 + 0.2 + 0.1 * 0.5) * unit;

        assertThat(new HiddenLevels(table).scores[1]).isZero();
        assertThat(publish(table, 100.5).get(Feature.HIDDEN_LEVEL_STRIKE)).isEqualTo(102.0);
        assertThat(publish(table, 99).get(Feature.HIDDEN_LEVEL_STRIKE)).isEqualTo(98.0);
        assertThat(publish(table, 99).get(Feature.HIDDEN_LEVEL_SCORE))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void chainWithoutAnythingOddHasNone() {
        assertThat(publish(HandTable.of(98, 100, 102), 100).quality(Feature.HIDDEN_LEVEL_STRIKE))
                .isEqualTo(Quality.DEGENERATE);
    }
}

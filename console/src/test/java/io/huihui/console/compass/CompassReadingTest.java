package io.huihui.console.compass;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CompassReadingTest {

    private final FeatureVector.Builder features = new FeatureVector.Builder();

    @Test
    void oppositeAxesDoNotCancel() {
        // Radii .9 and .1 of two axes with two sides, .8 of one with one side, and once more .1.
        features.set(Feature.GIB_Z, 2)
                .set(Feature.A_DAG_Z, -2.4)
                .set(Feature.VRI_STATE, 2.4)
                .set(Feature.TW_LAF_5M, -2);

        CompassReading reading = read();

        assertThat(reading.energy()).isCloseTo(0.8, within(1e-12));
        assertThat(reading.activity()).isEqualTo(Activity.EXTREME);
    }

    @Test
    void fewAxesAreNoCompass() {
        features.set(Feature.GIB_Z, 2).set(Feature.A_DAG_Z, -2.4).set(Feature.VRI_STATE, 2.4);

        assertThat(read().energy()).isNaN();
        assertThat(read().activity()).isEqualTo(Activity.UNKNOWN);
        assertThat(read().flowBias()).isEqualTo(FlowBias.UNKNOWN);
    }

    @Test
    void biasIsThatOfTheAxesOfFlow() {
        // Radii 1, .75 and .5 of flow; gamma far below does not matter.
        features.set(Feature.VAPI_FA_5M, 3)
                .set(Feature.DWFD_5M, 1)
                .set(Feature.TW_LAF_5M, 0)
                .set(Feature.GIB_Z, -2.5);

        CompassReading reading = read();

        assertThat(reading.bias()).isCloseTo(0.5, within(1e-12));
        assertThat(reading.flowBias()).isEqualTo(FlowBias.BULLISH);
    }

    @Test
    void withoutValuesNothingIsSaid() {
        CompassReading reading = read();

        assertThat(reading.energy()).isNaN();
        assertThat(reading.bias()).isNaN();
        assertThat(reading.activity()).isEqualTo(Activity.UNKNOWN);
    }

    @Test
    void wordsHaveTheirBounds() {
        assertThat(Activity.of(0.71)).isEqualTo(Activity.EXTREME);
        assertThat(Activity.of(0.7)).isEqualTo(Activity.ACTIVE);
        assertThat(Activity.of(0.5)).isEqualTo(Activity.NORMAL);
        assertThat(Activity.of(0.3)).isEqualTo(Activity.QUIET);
        assertThat(FlowBias.of(0.61)).isEqualTo(FlowBias.STRONG_BULLISH);
        assertThat(FlowBias.of(0.2)).isEqualTo(FlowBias.NEUTRAL);
        assertThat(FlowBias.of(-0.2)).isEqualTo(FlowBias.NEUTRAL);
        assertThat(FlowBias.of(-0.6)).isEqualTo(FlowBias.BEARISH);
        assertThat(FlowBias.of(-0.61)).isEqualTo(FlowBias.STRONG_BEARISH);
    }

    private CompassReading read() {
        CompassBook book = new CompassBook();
        assertThat(
                        book.add(
                                new FeatureSnapshot(
                                        new SnapshotId("SPY", 1_700_064_000_000L),
                                        0,
                                        features.build())))
                .isTrue();
        book.compute();
        return CompassReading.of(book, 0, CompassLayer.MINUTES_5);
    }
}

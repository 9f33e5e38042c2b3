package io.huihui.models.expert.sentiment;

import io.huihui.models.decision.Snapshots;
import io.huihui.models.expert.sentiment.FearAndGreed.Part;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FearAndGreedTest {

    private static final long MINUTE = 60_000;

    private static FeatureVector skew(double value) {
        return new FeatureVector.Builder().set(Feature.SKEW_25_DELTA, value).build();
    }

    private static FearAndGreed after(int minutes) {
        FearAndGreed index = new FearAndGreed();
        for (int i = 1; i <= minutes; i++) {
            index.observe(Snapshots.TEN_O_CLOCK + i * MINUTE, Double.NaN, skew(i));
        }
        return index;
    }

    /** The 40th of 40 rising values has 39 below and is itself one: (39 + .5) / 40 of fear. */
    @Test
    void theHighestSkewOfAllIsFear() {
        FearAndGreed index = after(40);

        assertThat(index.rank(Part.SKEW)).isCloseTo(39.5 / 40, within(1e-12));
        assertThat(index.optionsFear()).isCloseTo(39.5 / 40, within(1e-12));
        assertThat(index.value(0)).isCloseTo(100 * 0.5 / 40, within(1e-9));
        assertThat(index.rank(Part.NEWS)).isNull();
    }

    @Test
    void goodNewsIsGreed() {
        FearAndGreed index = new FearAndGreed();
        for (int i = 1; i <= 40; i++) {
            index.observe(
                    Snapshots.TEN_O_CLOCK + i * MINUTE,
                    i / 40.0,
                    new FeatureVector.Builder().build());
        }
        assertThat(index.value(1)).isCloseTo(100 * 39.5 / 40, within(1e-9));
        assertThat(index.optionsFear()).isNull();
    }

    @Test
    void beforeThereIsAPastTheToneOfTheNewsStands() {
        FearAndGreed index = after(29);

        assertThat(index.rank(Part.SKEW)).isNull();
        assertThat(index.value(-0.5)).isEqualTo(25);
    }
}

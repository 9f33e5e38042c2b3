package io.huihui.models.memory;

import io.huihui.models.decision.Horizon;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.feature.SnapshotId;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SituationTest {

    private static final long MINUTE = 60_000;

    @Test
    void coordinatesAreDeviationsAndWhatIsMissingIsUsualAndCounted() {
        FeatureVector.Builder features = new FeatureVector.Builder();
        for (SituationAxis axis : SituationAxis.values()) {
            features.set(axis.feature(), 0.15);
        }
        features.set(Feature.MID, 100);
        features.set(Feature.REALIZED_VOL_60M, 0.2);
        features.set(Feature.TREND_60M, -9);
        features.missing(Feature.GIB_Z, Quality.WARMUP);
        Situation situation = Situation.of(snapshot(7 * MINUTE, 0, features));

        assertThat(situation.mid()).isEqualTo(100);
        assertThat(situation.volatilityAnnual()).isEqualTo(0.2);
        assertThat(situation.missing()).isEqualTo(1);
        assertThat(situation.coordinates().get(SituationAxis.TREND.ordinal())).isEqualTo(-4);
        assertThat(situation.coordinates().get(SituationAxis.BOUGHT_5M.ordinal())).isEqualTo(0.5);
        assertThat(situation.coordinates().get(SituationAxis.GAMMA_BALANCE.ordinal())).isZero();
    }

    @Test
    void withoutPriceOrHalfOfTheFeaturesThereIsNone() {
        FeatureVector.Builder features = new FeatureVector.Builder();
        features.set(Feature.MID, 100);
        for (int axis = 0; axis < Situation.DIMENSION - Situation.MOST_MISSING - 1; axis++) {
            features.set(SituationAxis.values()[axis].feature(), 1);
        }
        assertThat(Situation.of(snapshot(MINUTE, 0, features))).isNull();

        features.set(SituationAxis.TIME_OF_DAY.feature(), 0.5);
        assertThat(Situation.of(snapshot(MINUTE, 0, features))).isNotNull();
        features.missing(Feature.MID, Quality.WARMUP);
        assertThat(Situation.of(snapshot(MINUTE, 0, features))).isNull();
    }

    @Test
    void isAskedAtTheEndOfAMinuteAndOnce() {
        FeatureVector.Builder features = new FeatureVector.Builder();

        assertThat(Situation.isAsked(snapshot(5 * MINUTE, 0, features))).isTrue();
        assertThat(Situation.isAsked(snapshot(5 * MINUTE + 1000, 0, features))).isFalse();
        assertThat(Situation.isAsked(snapshot(5 * MINUTE, 1, features))).isFalse();
    }

    @Test
    void recordsRefuseWhatCannotBe() {
        SnapshotId id = new SnapshotId("SPY", MINUTE);
        assertThatThrownBy(() -> new Situation(id, 100, null, List.of(1.0), 0))
                .hasMessageContaining(Situation.DIMENSION + " coordinates");
        assertThatThrownBy(() -> new AnalogueOutcomes(Horizon.MINUTES_5, 3, 0.5, 0.4, 0.2, 0, 1.0))
                .hasMessage("need shares that sum to 1, was up=0.5 down=0.4 flat=0.2");
        assertThatThrownBy(() -> new Analogues(id, 0, 0, true, 1, 1, List.of(), null))
                .hasMessage("need held >= 1, was held=0");
    }

    private static FeatureSnapshot snapshot(
            long time, int revision, FeatureVector.Builder features) {
        return new FeatureSnapshot(new SnapshotId("SPY", time), revision, features.build());
    }
}

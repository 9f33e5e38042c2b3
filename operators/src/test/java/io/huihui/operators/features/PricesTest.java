package io.huihui.operators.features;

import io.huihui.models.decision.Snapshots;
import io.huihui.models.expert.regime.correlation.SymbolPrice;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PricesTest {

    @Test
    void aSnapshotsMidIsItsPrice() {
        FeatureSnapshot snapshot =
                Snapshots.at(7, new FeatureVector.Builder().set(Feature.MID, 450.25).build());

        assertThat(Prices.of(snapshot))
                .isEqualTo(new SymbolPrice("SPY", snapshot.id().secondEndMillis(), 450.25));
    }

    @Test
    void aCorrectionHasNoneNorHasASnapshotWithoutAMid() {
        FeatureVector priced = new FeatureVector.Builder().set(Feature.MID, 450.25).build();

        assertThat(Prices.of(Snapshots.at(7, new FeatureVector.Builder().build()))).isNull();
        assertThat(Prices.of(new FeatureSnapshot(Snapshots.at(7, priced).id(), 1, priced)))
                .isNull();
    }
}

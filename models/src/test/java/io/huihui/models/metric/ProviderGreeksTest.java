package io.huihui.models.metric;

import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Greek;
import io.huihui.models.feature.GreekFit;
import io.huihui.models.feature.ProviderUnits;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.quant.BlackScholes;
import io.huihui.models.quant.Greeks;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ProviderGreeksTest {

    private static final double VOL = 0.2;
    private static final long TEN = at("2024-06-10T10:00");
    private static final long EXPIRY = at("2024-07-10T16:00");

    private final SecondBySecond run = new SecondBySecond();

    /** 50 contracts; vega per point, charm per year and of the other sign, gamma as told. */
    private static ChainSlice chain(long time, String provider, boolean rightGamma) {
        double years = (EXPIRY - time) / (365 * 86_400_000.0);
        List<ContractRow> rows = new ArrayList<>();
        for (double strike = 88; strike <= 112; strike += 1) {
            for (OptionKind kind : OptionKind.values()) {
                boolean call = kind == OptionKind.CALL;
                double price = BlackScholes.price(100, strike, years, 0, 0, VOL, call);
                Greeks greeks = BlackScholes.greeks(100, strike, years, 0, 0, VOL, call);
                rows.add(
                        new ContractRow(
                                contract(EXPIRY, strike, kind),
                                null,
                                price - 0.001,
                                price + 0.001,
                                10.0,
                                10.0,
                                null,
                                VOL,
                                100.0,
                                greeks.delta(),
                                rightGamma ? greeks.gamma() : strike % 3,
                                null,
                                greeks.vega() * 0.01,
                                null,
                                null,
                                greeks.charmPerDay() * -365,
                                null,
                                null,
                                null,
                                null,
                                null));
            }
        }
        return new ChainSlice(SecondBySecond.SYMBOL, time, provider, time, 100, 0, 1, rows);
    }

    private static GreekFit fit(ProviderUnits units, Greek greek) {
        return units.fits().stream().filter(f -> f.greek() == greek).findFirst().orElseThrow();
    }

    @Test
    void unitsOfTheFirstChainAreFound() {
        FeatureVector features = run.second(TEN, chain(TEN - 500, "convex", true));
        List<ProviderUnits> units = run.features().providerUnits();

        assertThat(units).hasSize(1);
        assertThat(units.get(0).provider()).isEqualTo("convex");
        assertThat(units.get(0).refusal()).isNull();
        assertThat(units.get(0).fits()).hasSize(4);
        assertThat(fit(units.get(0), Greek.DELTA).factor()).isCloseTo(1, within(1e-2));
        assertThat(fit(units.get(0), Greek.VEGA).factor()).isCloseTo(0.01, within(1e-4));
        assertThat(fit(units.get(0), Greek.CHARM).factor()).isCloseTo(-365, within(4.0));
        assertThat(features.get(Feature.PROVIDER_GREEK_FIT)).isBetween(0.98, 1.0);
        assertThat(features.has(Feature.GIB_INVENTORY)).isTrue();

        run.second(TEN + 5000, chain(TEN + 4500, "convex", true));
        assertThat(run.features().providerUnits()).isEmpty();
    }

    @Test
    void factorsAreKept() throws IOException {
        ProviderGreeks providers = new ProviderGreeks();
        ChainBook book = new ChainBook();
        ChainSlice slice = chain(TEN - 500, "convex", true);
        providers.offer(slice);
        book.onSlice(slice);
        book.analyse(Moment.at(TEN), 100, true, MetricConfig.defaults());
        providers.judge(new SnapshotId("SPY", TEN), book);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        providers.writeTo(new DataOutputStream(bytes));
        ProviderGreeks restored = new ProviderGreeks();
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(restored.factor("convex", Greek.VEGA)).isCloseTo(0.01, within(1e-4));
        assertThat(restored.factor("convex", Greek.THETA)).isNaN();
        assertThat(restored.factor("other", Greek.VEGA)).isNaN();
    }

    @Test
    void providerWhoseGreeksAreNoMultipleIsRefusedForTheDay() {
        FeatureVector features = run.second(TEN, chain(TEN - 500, "wrong", false));
        ProviderUnits units = run.features().providerUnits().get(0);

        assertThat(units.refusal())
                .contains("R squared >= 0.98", "for GAMMA of 38 contracts of wrong", "next day");
        assertThat(features.get(Feature.PROVIDER_GREEK_FIT)).isLessThan(0.98);
        assertThat(features.has(Feature.GIB_INVENTORY)).isFalse();

        run.restart();
        FeatureVector later = run.second(TEN + 5000, chain(TEN + 4500, "wrong", false));
        assertThat(later.has(Feature.GIB_INVENTORY)).isFalse();
        assertThat(run.features().refusedSlices()).isEqualTo(1);
    }

    @Test
    void oneProvidersFailureIsNotAnothers() {
        run.second(TEN, chain(TEN - 500, "wrong", false));
        FeatureVector features = run.second(TEN + 5000, chain(TEN + 4500, "convex", true));

        assertThat(features.has(Feature.GIB_INVENTORY)).isTrue();
    }

    @Test
    void refusedProviderGetsAnotherChanceTheNextDay() {
        run.second(TEN, chain(TEN - 500, "convex", false));
        long next = at("2024-06-11T10:00");
        FeatureVector features = run.second(next, chain(next - 500, "convex", true));

        assertThat(run.features().providerUnits().get(0).refusal()).isNull();
        assertThat(features.has(Feature.GIB_INVENTORY)).isTrue();
    }
}

package io.huihui.models.metric;

import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import org.junit.jupiter.api.Test;

import java.util.List;

import static io.huihui.models.metric.SecondBySecond.at;
import static org.assertj.core.api.Assertions.assertThat;

/** Flow from day totals, when the provider that has them dies, returns, or is replaced. */
class SignedTotalsTest {

    private static final long TEN = at("2024-06-10T10:00");
    private static final OptionContract CALL =
            SecondBySecond.contract(at("2024-06-10T16:00"), 100, OptionKind.CALL);

    private final SecondBySecond run = new SecondBySecond();
    private long second = TEN;

    @Test
    void theDifferenceOfTotalsIsTheFlow() {
        chain("signed", 100.0, 40.0);

        FeatureVector features = chain("signed", 130.0, 45.0);

        assertThat(features.get(Feature.NET_VOLUME_FLOW_5M)).isEqualTo(25);
        assertThat(features.quality(Feature.NET_VOLUME_FLOW_5M)).isEqualTo(Quality.OK);
    }

    @Test
    void whenAProviderWithoutTotalsTakesOverThereIsNoFlowInsteadOfNone() {
        chain("signed", 100.0, 40.0);
        chain("signed", 130.0, 45.0);
        after(31);

        FeatureVector features = chain("unsigned", null, null);

        assertThat(features.has(Feature.NET_VOLUME_FLOW_5M)).isFalse();
        assertThat(features.quality(Feature.NET_VOLUME_FLOW_5M)).isEqualTo(Quality.ABSENT);
        assertThat(features.has(Feature.DWFD_5M)).isFalse();
        run.restart();
        assertThat(after(10).has(Feature.NET_VOLUME_FLOW_5M)).isFalse();
    }

    @Test
    void aProviderWithoutTotalsBesideOneThatHasThemChangesNothing() {
        chain("signed", 100.0, 40.0);
        chain("signed", 130.0, 45.0);

        for (int i = 0; i < 10; i++) {
            assertThat(chain("unsigned", null, null).get(Feature.NET_VOLUME_FLOW_15M))
                    .isEqualTo(25);
            after(14);
            assertThat(chain("signed", 130.0, 45.0).get(Feature.NET_VOLUME_FLOW_15M)).isEqualTo(25);
            after(14);
        }
    }

    @Test
    void whenNobodySpeaksTheFlowIsUnknownAfterTwoMinutes() {
        chain("signed", 100.0, 40.0);
        chain("signed", 130.0, 45.0);

        assertThat(after(119).get(Feature.NET_VOLUME_FLOW_5M)).isEqualTo(25);
        assertThat(after(2).has(Feature.NET_VOLUME_FLOW_5M)).isFalse();
    }

    @Test
    void afterItsReturnWhatCameMeanwhileIsCountedOnceAndWindowsThatBeganMeanwhileSaySo() {
        chain("signed", 100.0, 40.0);
        chain("signed", 130.0, 45.0);
        for (int i = 0; i < 10; i++) {
            after(31);
            chain("unsigned", null, null);
        }

        FeatureVector returned = chain("signed", 190.0, 65.0);

        // 25 before, 60 - 20 meanwhile: an hour holds both, five minutes began meanwhile.
        assertThat(returned.get(Feature.NET_VOLUME_FLOW_60M)).isEqualTo(65);
        assertThat(returned.quality(Feature.NET_VOLUME_FLOW_60M)).isEqualTo(Quality.OK);
        assertThat(returned.get(Feature.NET_VOLUME_FLOW_5M)).isEqualTo(40);
        assertThat(returned.quality(Feature.NET_VOLUME_FLOW_5M)).isEqualTo(Quality.PARTIAL);
        run.restart();
        FeatureVector later = null;
        for (int i = 0; i < 10; i++) {
            after(31);
            later = chain("signed", 190.0, 65.0);
        }
        assertThat(later.get(Feature.NET_VOLUME_FLOW_60M)).isEqualTo(65);
        assertThat(later.get(Feature.NET_VOLUME_FLOW_5M)).isZero();
        assertThat(later.quality(Feature.NET_VOLUME_FLOW_5M)).isEqualTo(Quality.OK);
    }

    @Test
    void anotherProvidersTotalsAreABaseAndNoFlow() {
        chain("one", 100.0, 40.0);
        chain("one", 130.0, 45.0);

        FeatureVector features = chain("other", 500.0, 100.0);

        assertThat(features.get(Feature.NET_VOLUME_FLOW_5M)).isEqualTo(25);
        assertThat(features.quality(Feature.NET_VOLUME_FLOW_5M)).isEqualTo(Quality.PARTIAL);
        assertThat(chain("other", 510.0, 100.0).get(Feature.NET_VOLUME_FLOW_5M)).isEqualTo(35);
    }

    private FeatureVector after(int seconds) {
        FeatureVector last = run.quiet(second, second + seconds * 1_000L);
        second += seconds * 1_000L;
        return last;
    }

    private FeatureVector chain(String source, Double bought, Double sold) {
        second += 1_000;
        ContractRow quoted = SecondBySecond.row(CALL, 1.5, 0.05, 1_000);
        ContractRow row =
                new ContractRow(
                        quoted.contract(),
                        null,
                        quoted.bid(),
                        quoted.ask(),
                        null,
                        null,
                        null,
                        null,
                        quoted.openInterest(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        bought,
                        sold,
                        bought == null ? null : bought * 150,
                        sold == null ? null : sold * 150);
        return run.second(
                second,
                new ChainSlice(
                        SecondBySecond.SYMBOL,
                        second - 500,
                        source,
                        second,
                        100,
                        0,
                        1,
                        List.of(row)));
    }
}

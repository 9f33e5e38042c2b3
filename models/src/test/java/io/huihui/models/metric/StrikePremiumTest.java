package io.huihui.models.metric;

import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import org.junit.jupiter.api.Test;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StrikePremiumTest {

    private static final double EXACT = 1e-9;
    private static final long EXPIRY = at("2024-07-10T16:00");

    private final StrikePremium premium = new StrikePremium();

    /** Strikes 90, 100 and 110 whose net premium is {@code unit} times 1, 2 and 4, all in calls. */
    private static StrikeTable table(double unit) {
        ChainBook book = new ChainBook();
        for (double strike : new double[] {90, 100, 110}) {
            book.onFlow(book.number(contract(EXPIRY, strike, OptionKind.CALL)), 0, 0, 0);
        }
        Moment now = Moment.at(at("2024-06-10T10:00"));
        book.analyse(now, 100, false, MetricConfig.defaults());
        StrikeTable table = new StrikeTable(book, 100, now);
        for (int k = 0; k < 3; k++) {
            table.netPremium[k] = unit * (1 << k);
            table.netPremiumCall[k] = table.netPremium[k];
        }
        return table;
    }

    private FeatureVector second(Moment now, StrikeTable table, double spot) {
        FeatureVector.Builder out = new FeatureVector.Builder();
        premium.onChain(table, spot, out);
        premium.publish(now, out);
        return out.build();
    }

    /** Calls bought for 500 and puts bought for 800 lean down by 300, at the strike nearest 97. */
    @Test
    void premiumLeansAtTheStrikeNearestToSpot() {
        StrikeTable table = table(1);
        table.netPremiumCall[1] = 500;
        table.netPremiumPut[1] = 800;
        Moment now = Moment.at(at("2024-06-10T10:00"));

        assertThat(second(now, table, 97).get(Feature.NET_PREMIUM_AT_THE_MONEY)).isEqualTo(-300.0);
        assertThat(second(now, table, 94).get(Feature.NET_PREMIUM_AT_THE_MONEY)).isEqualTo(1.0);
    }

    /** Five sessions of five samples, units 1..25: at the money 2..50, median 26, MAD 12. */
    private void fiveSessions() {
        for (int i = 0; i < 25; i++) {
            long ten = at("2024-06-" + (10 + i / 5) + "T10:00");
            second(Moment.at(ten + (1 + i % 5) * 180_000L), table(i + 1), 100);
        }
    }

    @Test
    void premiumScoresAgainstTheSameTimeOfEarlierSessions() {
        fiveSessions();
        Moment next = Moment.at(at("2024-06-17T10:03"));

        assertThat(second(next, table(19), 100).get(Feature.NET_PREMIUM_AT_THE_MONEY_Z))
                .isCloseTo((38 - 26) / (1.4826 * 12), within(EXACT));
    }

    /** Across strikes the medians were 2..50 and the MADs 1..25, so 26 and 13 are usual. */
    @Test
    void strikesScoreAgainstStrikesOfEarlierSessions() {
        assertThat(premium.againstHistory(new double[] {5})).containsExactly(Double.NaN);
        fiveSessions();
        second(Moment.at(at("2024-06-17T10:03")), table(1), 100);

        assertThat(premium.againstHistory(new double[] {26, 45.5})[0]).isZero();
        assertThat(premium.againstHistory(new double[] {26, 45.5})[1])
                .isCloseTo(1.5 / 1.4826, within(EXACT));
    }

    @Test
    void beforeThereAreSessionsTheLastHourStandsInAndSaysSo() {
        FeatureVector last = null;
        for (int i = 1; i <= 26; i++) {
            Moment now = Moment.at(at("2024-06-10T10:00") + i * 10_000L);
            last = second(now, table(i), 100);
        }

        assertThat(last.quality(Feature.NET_PREMIUM_AT_THE_MONEY_Z)).isEqualTo(Quality.PARTIAL);
    }
}

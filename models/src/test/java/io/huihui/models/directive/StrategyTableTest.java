package io.huihui.models.directive;

import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.TradeThesis;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StrategyTableTest {

    private static final StrategyTable SHIPPED = StrategyTable.shipped();

    private static final String RULE =
            """
            version strategy-rules/1
            rule one
              bull LONG_CALL in SIDEWAYS_MARKET
              bear LONG_PUT in any
              days 1-7
              long 0.40-0.70
              rank 0-0.70
              conviction 4.0
            """;

    @Test
    void everyBullishRuleHasItsBearishTwinWithTheSameNumbers() {
        for (StrategyRule rule : SHIPPED.rules()) {
            if (rule.thesis() != TradeThesis.BULLISH) {
                continue;
            }
            assertThat(SHIPPED.rules())
                    .filteredOn(
                            other ->
                                    other.name().equals(rule.name())
                                            && other.thesis() == TradeThesis.BEARISH)
                    .singleElement()
                    .satisfies(
                            twin -> {
                                assertThat(twin.structure()).isEqualTo(rule.structure().mirror());
                                assertThat(twin.daysToExpiry()).isEqualTo(rule.daysToExpiry());
                                assertThat(twin.longDelta()).isEqualTo(rule.longDelta());
                                assertThat(twin.shortDelta()).isEqualTo(rule.shortDelta());
                                assertThat(twin.minimumConviction())
                                        .isEqualTo(rule.minimumConviction());
                                assertThat(twin.endsAtClose()).isEqualTo(rule.endsAtClose());
                                assertThat(twin.regimes())
                                        .allSatisfy(
                                                name ->
                                                        assertThat(name.bias().sign())
                                                                .isLessThanOrEqualTo(0));
                            });
        }
        assertThat(SHIPPED.rules()).anyMatch(rule -> rule.thesis() == TradeThesis.BEARISH);
    }

    @Test
    void everyRuleCanMatchAndSellsPremiumOnlyWhenTheRankIsKnown() {
        for (StrategyRule rule : SHIPPED.rules()) {
            List<EventRegime> active = rule.regimes().stream().limit(1).map(this::active).toList();
            double rank = rule.highestIvRank();
            assertThat(
                            SHIPPED.rules().stream()
                                    .filter(each -> each.fits(rule.thesis(), active, rank)))
                    .contains(rule);
        }
        List<EventRegime> sideways = List.of(active(EventRegimeName.SIDEWAYS_MARKET));
        assertThat(SHIPPED.firstMatch(TradeThesis.VOL_CONTRACTION, sideways, null, 4.9)).isNull();
        assertThat(SHIPPED.firstMatch(TradeThesis.VOL_CONTRACTION, sideways, 0.7, 3.0)).isNotNull();
        assertThat(SHIPPED.firstMatch(TradeThesis.VOL_CONTRACTION, sideways, 0.7, 2.9)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conviction 4.0 | conviction 6.0        | line 2 | minimumConviction",
                "bear LONG_PUT  | bear LONG_CALL        | line 2 | mirror each other",
                "SIDEWAYS_MARKET| SIDEWAYS_MARKT        | line 3 | SIDEWAYS_MARKT",
                "days 1-7       | days 7-1              | line 5 | least",
                "long 0.40-0.70 | long .40              | line 6 | LOW-HIGH",
                "rank 0-0.70    | iv_rank_max 70        | line 7 | iv_rank_max",
                "days 1-7       | # no days             | line 2 | days",
                "conviction 4.0 | exit never            | line 8 | exit close"
            })
    void whatCouldNeverWorkIsRefusedWithItsLine(
            String line, String instead, String where, String why) {
        assertThatThrownBy(() -> StrategyRuleParser.parse(RULE.replace(line, instead)))
                .hasMessageContaining(where + " ")
                .hasMessageContaining(why);
    }

    @Test
    void readsBothSides() {
        StrategyTable table = StrategyRuleParser.parse(RULE);

        assertThat(table.version()).isEqualTo("strategy-rules/1");
        assertThat(table.rules()).hasSize(2);
        assertThat(table.rules().get(1).regimes()).isEmpty();
        assertThat(table.rules().get(1).highestIvRank()).isEqualTo(0.7);
    }

    private EventRegime active(EventRegimeName name) {
        return new EventRegime(name, 1, 0, 2);
    }
}

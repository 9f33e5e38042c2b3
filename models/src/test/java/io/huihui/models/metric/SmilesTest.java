package io.huihui.models.metric;

import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.quant.BlackScholes;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SmilesTest {

    private static final long TEN = at("2024-06-10T10:00");
    private static final long NEAR = at("2024-07-10T16:00");
    private static final long FAR = at("2024-08-09T16:00");

    /**
     * Strikes 80 to 120 of one volatility; the call at 105 is quoted this much dearer and alone has
     * open interest. Provider prices are the helper's and 0.1 % off.
     */
    private static List<ContractRow> rows(long expiry, double vol, double dearer) {
        double years = (expiry - TEN) / (365 * 86_400_000.0);
        List<ContractRow> rows = new ArrayList<>();
        for (double strike = 80; strike <= 120; strike += 2.5) {
            for (OptionKind kind : OptionKind.values()) {
                boolean call = kind == OptionKind.CALL;
                boolean marked = call && strike == 105;
                double price = BlackScholes.price(100, strike, years, 0, 0, vol, call);
                double mid = price * (marked ? 1 + dearer : 1);
                double open = marked ? 1000 : 0;
                rows.add(SecondBySecond.row(contract(expiry, strike, kind), mid, 0.001, open));
            }
        }
        return rows;
    }

    private static FeatureVector publish(List<ContractRow> near, List<ContractRow> far) {
        List<ContractRow> rows = new ArrayList<>(near);
        rows.addAll(far);
        SecondBySecond run = new SecondBySecond();
        return run.second(
                TEN, new ChainSlice(SecondBySecond.SYMBOL, TEN - 500, "test", 1, 100, 0, 1, rows));
    }

    @Test
    void dearContractStandsOutAgainstItsSmile() {
        FeatureVector fair = publish(rows(NEAR, 0.2, 0), List.of());
        FeatureVector dear = publish(rows(NEAR, 0.2, 0.04), List.of());

        assertThat(fair.get(Feature.THEORETICAL_DEVIATION)).isCloseTo(0, within(1e-3));
        assertThat(dear.get(Feature.THEORETICAL_DEVIATION)).isCloseTo(0.04, within(0.015));
    }

    @Test
    void flatMarketFitsAndNeedsNoRepair() {
        FeatureVector features = publish(rows(NEAR, 0.2, 0), rows(FAR, 0.2, 0));

        assertThat(features.get(Feature.SMILE_MISFIT)).isBetween(0.0, 1e-3);
        assertThat(features.get(Feature.SURFACE_REPAIRED_SHARE)).isZero();
    }

    /** 60 days at 20 % hold less variance than 30 days at 40 %, so the far one is raised. */
    @Test
    void calendarArbitrageIsRepairedAndSaid() {
        FeatureVector features = publish(rows(NEAR, 0.4, 0), rows(FAR, 0.2, 0));

        assertThat(features.get(Feature.SURFACE_REPAIRED_SHARE)).isEqualTo(0.5);
    }
}

package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.quant.BlackScholes;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.contract;
import static io.huihui.models.metric.SecondBySecond.optionTrade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class OptionMetricsTest {

    private static final long TEN = at("2024-06-10T10:00");
    private static final long EXPIRY = at("2024-07-10T16:00");
    private static final double VOL = 0.2;
    private static final double YEARS = (EXPIRY - TEN) / (365 * 86_400_000.0);
    private static final OptionContract CALL = contract(EXPIRY, 100, OptionKind.CALL);
    private static final OptionContract PUT = contract(EXPIRY, 100, OptionKind.PUT);

    private final SecondBySecond run = new SecondBySecond();

    /** Seven strikes with a flat volatility; open interest of calls and puts as given. */
    private static ChainSlice chain(long time, double calls, double puts) {
        List<ContractRow> rows = new ArrayList<>();
        for (double strike = 85; strike <= 115; strike += 5) {
            for (OptionKind kind : OptionKind.values()) {
                double price =
                        BlackScholes.price(100, strike, YEARS, 0, 0, VOL, kind == OptionKind.CALL);
                double openInterest = kind == OptionKind.CALL ? calls : puts;
                rows.add(
                        SecondBySecond.row(
                                contract(EXPIRY, strike, kind),
                                price,
                                0.001,
                                strike == 100 ? openInterest : 0));
            }
        }
        return new ChainSlice(SecondBySecond.SYMBOL, time, "test", time, 100, 0, 1, rows);
    }

    private static double gammaPerPercent() {
        return BlackScholes.gamma(100, 100, YEARS, 0, 0, VOL) * 100 * 100 * 100 * 0.01;
    }

    @Test
    void gammaImbalanceByHand() {
        FeatureVector features = run.second(TEN, chain(TEN - 500, 500, 200));
        double expected = 300 * gammaPerPercent();

        assertThat(features.get(Feature.GIB_PRIOR)).isCloseTo(expected, within(1e-3 * expected));
        assertThat(features.get(Feature.GIB_INVENTORY)).isEqualTo(features.get(Feature.GIB_PRIOR));
        assertThat(features.get(Feature.GIB_GAP)).isZero();
        assertThat(features.get(Feature.GIB_PER_POINT))
                .isCloseTo(features.get(Feature.GIB_INVENTORY), within(1e-6 * expected));
        assertThat(features.get(Feature.CALL_WALL)).isEqualTo(100.0);
        assertThat(features.get(Feature.GAMMA_CONCENTRATION)).isCloseTo(1, within(1e-12));
        assertThat(features.get(Feature.ATM_IV_30D)).isCloseTo(VOL, within(1e-3));
        assertThat(features.get(Feature.SKEW_25_DELTA)).isCloseTo(0, within(1e-3));
    }

    /** Customers buy 50 calls: dealers are 50 short of what the prior says. */
    @Test
    void dealersTakeTheOtherSide() {
        run.second(TEN, chain(TEN - 500, 500, 200));
        run.quiet(TEN, TEN + 4000);
        FeatureVector features =
                run.second(TEN + 5000, optionTrade(CALL, TEN + 4500, 1, 2.0, 50, Aggressor.BUY));
        double expected = -50 * gammaPerPercent();

        assertThat(features.get(Feature.GIB_GAP)).isCloseTo(expected, within(-1e-3 * expected));
        assertThat(features.get(Feature.TD_GIB)).isCloseTo(expected, within(-1e-3 * expected));
        assertThat(features.get(Feature.GAMMA_FLOW_5M))
                .isCloseTo(-expected, within(-1e-3 * expected));
    }

    @Test
    void boughtPutsAreBearish() {
        FeatureVector features =
                run.second(TEN, optionTrade(PUT, TEN - 500, 1, 2.0, 10, Aggressor.BUY));

        assertThat(features.get(Feature.NET_PREMIUM_FLOW_5M)).isEqualTo(2_000.0);
        assertThat(features.get(Feature.NET_VOLUME_FLOW_60M)).isEqualTo(10.0);
        assertThat(features.get(Feature.DIRECTIONAL_PREMIUM_5M)).isEqualTo(-2_000.0);
        assertThat(features.quality(Feature.DELTA_FLOW_5M)).isEqualTo(Quality.PARTIAL);
    }

    @Test
    void greekFlowsCarryTheirUnits() {
        run.second(TEN, chain(TEN - 500, 500, 200));
        FeatureVector features =
                run.second(TEN + 1000, optionTrade(CALL, TEN + 500, 1, 2.0, 10, Aggressor.SELL));
        double delta = -1000 * BlackScholes.delta(100, 100, YEARS, 0, 0, VOL, true) * 100;
        double vega = -1000 * BlackScholes.vega(100, 100, YEARS, 0, 0, VOL) * 0.01;
        double theta = -1000 * BlackScholes.thetaPerDay(100, 100, YEARS, 0, 0, VOL, true);

        assertThat(features.get(Feature.DELTA_FLOW_5M)).isCloseTo(delta, within(-1e-2 * delta));
        assertThat(features.get(Feature.VEGA_FLOW_5M)).isCloseTo(vega, within(-1e-2 * vega));
        assertThat(features.get(Feature.THETA_FLOW_5M)).isCloseTo(theta, within(1e-2 * theta));
    }

    @Test
    void disjointIncrementsAddUpToTheHour() {
        run.second(TEN, optionTrade(CALL, TEN - 500, 1, 1, 10, Aggressor.BUY));
        run.second(TEN + 600_000, optionTrade(CALL, TEN + 599_500, 2, 1, 3, Aggressor.SELL));
        FeatureVector features = run.second(TEN + 1_000_000);

        assertThat(features.get(Feature.NET_VOLUME_INCREMENT_0_5M)).isZero();
        assertThat(features.get(Feature.NET_VOLUME_INCREMENT_5_15M)).isEqualTo(-3.0);
        assertThat(features.get(Feature.NET_VOLUME_INCREMENT_15_30M)).isEqualTo(10.0);
        assertThat(features.get(Feature.NET_VOLUME_INCREMENT_30_60M)).isZero();
        assertThat(features.get(Feature.NET_VOLUME_FLOW_60M)).isEqualTo(7.0);
    }

    @Test
    void ratiosOfCallsAndPuts() {
        FeatureVector features =
                run.second(
                        TEN,
                        optionTrade(CALL, TEN - 500, 1, 2, 30, Aggressor.BUY),
                        optionTrade(PUT, TEN - 400, 4, 1, 10, Aggressor.SELL));

        assertThat(features.get(Feature.OPTION_VOLUME_5M)).isEqualTo(40.0);
        assertThat(features.get(Feature.CALL_PUT_VOLUME_RATIO_5M))
                .isCloseTo(Math.log(30.4 / 10.4), within(1e-9));
        assertThat(features.get(Feature.CALL_PUT_PREMIUM_RATIO_5M))
                .isCloseTo(Math.log(6070 / 1070.0), within(1e-9));
        assertThat(features.get(Feature.MULTI_LEG_SHARE_5M)).isEqualTo(0.25);
        assertThat(features.get(Feature.AVERAGE_TRADE_PREMIUM_5M)).isEqualTo(3_500.0);
        assertThat(features.get(Feature.ZERO_DTE_VOLUME_SHARE)).isZero();
    }

    /** Defect 8: calls and puts swapped mirror every signed measure. */
    @Test
    @Tag("defect-8")
    void swappingCallsAndPutsMirrorsFlowsAndDealers() {
        SecondBySecond mirror = new SecondBySecond();
        FeatureVector one =
                run.second(
                        TEN,
                        chain(TEN - 900, 500, 200),
                        optionTrade(CALL, TEN - 500, 1, 2, 30, Aggressor.BUY),
                        optionTrade(PUT, TEN - 400, 2, 1, 10, Aggressor.SELL));
        FeatureVector other =
                mirror.second(
                        TEN,
                        chain(TEN - 900, 200, 500),
                        optionTrade(PUT, TEN - 500, 1, 2, 30, Aggressor.BUY),
                        optionTrade(CALL, TEN - 400, 2, 1, 10, Aggressor.SELL));

        for (Feature feature :
                List.of(
                        Feature.DIRECTIONAL_PREMIUM_5M,
                        Feature.CALL_PUT_VOLUME_RATIO_5M,
                        Feature.GIB_PRIOR)) {
            assertThat(other.get(feature))
                    .as(feature.name())
                    .isCloseTo(-one.get(feature), within(1e-6 * Math.abs(one.get(feature))));
        }
        assertThat(other.get(Feature.NET_PREMIUM_FLOW_5M))
                .isEqualTo(one.get(Feature.NET_PREMIUM_FLOW_5M));
    }
}

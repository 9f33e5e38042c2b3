package io.huihui.models.metric;

import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.quant.BlackScholes;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Dealers' greeks and hedging by hand, without rates: with d1 = (ln(S / K) + vol^2 t / 2) / (vol
 * sqrt t) and its density n, gamma = n / (S vol sqrt t), vega = S n sqrt t, vanna = -n d2 / vol,
 * charm a year = n d2 / (2 t). The prices fed are those of a flat 20 %, fed to 0.001.
 */
class DealerBookTest {

    private static final double VOL = 0.2;
    private static final long EXPIRY = at("2024-07-10T16:00");

    /** Quoted prices carry the volatility to a few parts in ten thousand. */
    private static final double NEAR = 2e-3;

    private final SecondBySecond run = new SecondBySecond();

    private static double years(long time) {
        return (EXPIRY - time) / (365 * 86_400_000.0);
    }

    /** Strikes 85 to 115; open interest on one call and one put. */
    private static ChainSlice chain(
            long time,
            double spot,
            double callStrike,
            double calls,
            double putStrike,
            double puts) {
        List<ContractRow> rows = new ArrayList<>();
        for (double strike = 85; strike <= 115; strike += 5) {
            for (OptionKind kind : OptionKind.values()) {
                boolean call = kind == OptionKind.CALL;
                double price = BlackScholes.price(spot, strike, years(time), 0, 0, VOL, call);
                double open = call ? (strike == callStrike ? calls : 0) : 0;
                open += !call && strike == putStrike ? puts : 0;
                rows.add(SecondBySecond.row(contract(EXPIRY, strike, kind), price, 0.001, open));
            }
        }
        return new ChainSlice(SecondBySecond.SYMBOL, time, "test", time, spot, 0, 1, rows);
    }

    private FeatureVector second(long end, double spot) {
        return run.second(end, chain(end - 500, spot, 105, 500, 85, 0));
    }

    private static double d1(double spot, double strike, double years) {
        return (Math.log(spot / strike) + VOL * VOL * years / 2) / (VOL * Math.sqrt(years));
    }

    private static double density(double d) {
        return Math.exp(-d * d / 2) / Math.sqrt(2 * Math.PI);
    }

    private static Offset<Double> near(double value) {
        return within(NEAR * Math.abs(value));
    }

    /** Dealers hold 500 calls of 100 shares at 105, spot 100. */
    @Test
    void dealersGreeksInCurrency() {
        long ten = at("2024-06-10T10:00");
        FeatureVector features = second(ten, 100);
        double t = years(ten);
        double d1 = d1(100, 105, t);
        double d2 = d1 - VOL * Math.sqrt(t);
        double shares = 500 * 100;
        double vega = shares * 100 * density(d1) * Math.sqrt(t) * 0.01;
        double vanna = shares * -density(d1) * d2 / VOL * 100 * 0.01;
        double charm = shares * density(d1) * d2 / (2 * t) / 365 * 100;

        assertThat(features.get(Feature.DEALER_VEGA)).isCloseTo(vega, near(vega));
        assertThat(vanna).isPositive();
        assertThat(features.get(Feature.DEALER_VANNA)).isCloseTo(vanna, near(vanna));
        assertThat(charm).isNegative();
        assertThat(features.get(Feature.DEALER_CHARM)).isCloseTo(charm, within(-0.01 * charm));
        // N(d1) of d1 = -0.8186 is 0.2065.
        assertThat(d1).isCloseTo(-0.8186, within(5e-4));
        assertThat(features.get(Feature.DEALER_DELTA))
                .isCloseTo(shares * 0.2065 * 100, within(0.002 * shares * 100));
        assertThat(features.get(Feature.EXPECTED_MOVE_1D))
                .isCloseTo(100 * 0.2 * Math.sqrt(1 / 365.0), near(1.0468));
    }

    /**
     * Long 500 calls at 105, short 500 puts at 95: gamma is 0 where both densities are equal, at
     * d1(95) = -d1(105), so ln S = (ln 95 + ln 105 - vol^2 t) / 2.
     */
    @Test
    void gammaFlipsBetweenTheStrikes() {
        long ten = at("2024-06-10T10:00");
        FeatureVector features = run.second(ten, chain(ten - 500, 100, 105, 500, 95, 500));
        double flip = Math.sqrt(95 * 105) * Math.exp(-VOL * VOL * years(ten) / 2);

        assertThat(features.get(Feature.GAMMA_FLIP)).isCloseTo(flip, within(0.02));
        assertThat(features.get(Feature.CALL_WALL)).isEqualTo(105.0);
        assertThat(features.get(Feature.PUT_WALL)).isEqualTo(95.0);
    }

    /** Long gamma and a rise of 1 since 10:00: dealers sell gamma x shares x 1 x spot. */
    @Test
    void hedgingPressureByGamma() {
        long ten = at("2024-06-10T10:00");
        assertThat(second(ten, 100).get(Feature.HP_EOD_GAMMA)).isCloseTo(0, within(1e-9));
        long later = ten + 600_000;
        FeatureVector features = second(later, 101);
        double t = years(later);
        double gamma = density(d1(101, 105, t)) / (101 * VOL * Math.sqrt(t));
        double expected = -101 * 500 * 100 * gamma * 1;

        assertThat(features.get(Feature.HP_EOD_GAMMA)).isCloseTo(expected, near(expected));
        assertThat(features.quality(Feature.HP_EOD_GAMMA)).isEqualTo(Quality.PARTIAL);
    }

    /** With spot and volatility unmoved only time is left: calls above spot lose delta, so buy. */
    @Test
    void hedgingPressureByTime() {
        long ten = at("2024-06-10T10:00");
        FeatureVector features = second(ten, 100);
        double t = years(ten);
        double d1 = d1(100, 105, t);
        double charm = density(d1) * (d1 - VOL * Math.sqrt(t)) / (2 * t) / 365;
        double expected = -100 * 500 * 100 * charm * (6 / 24.0);

        assertThat(expected).isPositive();
        assertThat(features.get(Feature.HP_EOD)).isCloseTo(expected, within(0.01 * expected));
    }

    /** From 15:00 the price of 15:00 is what dealers have hedged at. */
    @Test
    void fromThreeOClockPressureCountsFromThen() {
        second(at("2024-06-10T10:00"), 100);
        FeatureVector three = second(at("2024-06-10T15:00") + 1000, 103);
        FeatureVector later = second(at("2024-06-10T15:10"), 102);
        double t = years(at("2024-06-10T15:10"));
        double gamma = density(d1(102, 105, t)) / (102 * VOL * Math.sqrt(t));
        double expected = 102 * 500 * 100 * gamma;

        assertThat(three.get(Feature.HP_EOD_GAMMA)).isCloseTo(0, within(1e-9));
        assertThat(later.get(Feature.HP_EOD_GAMMA)).isCloseTo(expected, near(expected));
        assertThat(later.quality(Feature.HP_EOD_GAMMA)).isEqualTo(Quality.OK);
    }

    /** Five sessions of five samples in one slot, 1..25; then 19 and one robust sigma of 8.8956. */
    @Test
    void gaugeComparesWithTheSameTimeOfEarlierSessions() {
        DealerBook dealers = new DealerBook();
        for (int i = 0; i < 25; i++) {
            FeatureVector early = gauge(dealers, 10 + i / 5, 1 + i % 5, i + 1);
            assertThat(early.quality(Feature.GIB_Z)).isEqualTo(Quality.WARMUP);
        }

        assertThat(gauge(dealers, 17, 1, 19).get(Feature.GIB_Z))
                .isCloseTo(6 / 8.8956, within(1e-9));
    }

    /** Publishes a gamma imbalance, three minutes after the last. */
    private static FeatureVector gauge(DealerBook dealers, int day, int sample, double imbalance) {
        FeatureVector.Builder out = new FeatureVector.Builder();
        out.set(Feature.GIB_INVENTORY, imbalance);
        long ten = at("2024-06-" + day + "T10:00");
        dealers.publish(Moment.at(ten + sample * 180_000L), 0, false, Double.NaN, out);
        return out.build();
    }
}

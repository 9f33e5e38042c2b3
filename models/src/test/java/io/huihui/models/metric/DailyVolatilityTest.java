package io.huihui.models.metric;

import io.huihui.models.calendar.Session;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Volatilities of daily and five-minute bars by hand; prices are exp(log price). */
class DailyVolatilityTest {

    private static final double EXACT = 1e-9;

    /**
     * Two days: overnight +1 % and -1 %, open to close +1 % and -1 %, high and low 2 % and -1 %,
     * then 1 % and -2 % from the open. Both variances are 0.0002. Rogers-Satchell is 0.02 x 0.01 +
     * 0.01 x 0.02 = 0.0004 on both days. k = 0.34 / (1.34 + 3 / 1).
     */
    @Test
    void yangZhangOfTwoDays() {
        double[] opens = exp(0, 0.01, 0.01);
        double[] highs = exp(0, 0.03, 0.02);
        double[] lows = exp(0, 0.00, -0.01);
        double[] closes = exp(0, 0.02, 0.00);
        double k = 0.34 / 4.34;
        double daily = 0.0002 + k * 0.0002 + (1 - k) * 0.0004;

        assertThat(DailyVolatility.yangZhang(opens, highs, lows, closes, 3, 2))
                .isCloseTo(Math.sqrt(252 * daily), within(EXACT));
    }

    private static double[] exp(double... logs) {
        double[] prices = logs.clone();
        for (int i = 0; i < prices.length; i++) {
            prices[i] = Math.exp(prices[i]);
        }
        return prices;
    }

    /** The history publishes it over 20 days: here only the range has variance, 2 x 0.01^2. */
    @Test
    void historyPublishesItsVolatilities() {
        FeatureVector features = alternating(21, 0.01, 0.01);
        double k = 0.34 / (1.34 + 21 / 19.0);

        assertThat(features.get(Feature.YANG_ZHANG_VOL_20D))
                .isCloseTo(Math.sqrt(252 * (1 - k) * 0.0002), within(EXACT));
        assertThat(features.get(Feature.REALIZED_VOL_20D)).isZero();
        assertThat(features.quality(Feature.HAR_VOL_FORECAST)).isEqualTo(Quality.WARMUP);
    }

    /** A quiet day of variance 2 x 0.01^2 always follows a wild one of 2 x 0.02^2. */
    @Test
    void autoregressionFindsThatDaysAlternate() {
        assertThat(alternating(70, 0.01, 0.02).get(Feature.HAR_VOL_FORECAST))
                .isCloseTo(Math.sqrt(252 * 0.0002), within(1e-4));
        assertThat(alternating(71, 0.01, 0.02).get(Feature.HAR_VOL_FORECAST))
                .isCloseTo(Math.sqrt(252 * 0.0008), within(1e-4));
    }

    /** Days that open and close at 1 with ranges of one and the other size. */
    private static FeatureVector alternating(int days, double even, double odd) {
        DailyHistory history = new DailyHistory();
        for (int day = 0; day < days; day++) {
            double range = day % 2 == 0 ? even : odd;
            history.endSession(day, 1, Math.exp(range), Math.exp(-range), 1);
        }
        FeatureVector.Builder out = new FeatureVector.Builder();
        history.publish(Double.NaN, Double.NaN, out);
        return out.build();
    }

    /** Closes: 4 at 10 %, 15 at 20 %, 1 at 40 %; now 25 %: (25 - 10) / (40 - 10), 19 of 20. */
    @Test
    void rankAndPercentileOfImpliedVolatility() {
        DailyHistory history = new DailyHistory();
        for (int day = 0; day < 20; day++) {
            FeatureVector.Builder early = new FeatureVector.Builder();
            history.publish(0.25, Double.NaN, early);
            assertThat(early.build().quality(Feature.IV_RANK_252D)).isEqualTo(Quality.WARMUP);
            history.endSessionVol(day < 4 ? 0.10 : day < 19 ? 0.20 : 0.40);
        }
        FeatureVector.Builder out = new FeatureVector.Builder();
        history.publish(0.25, Double.NaN, out);

        assertThat(out.build().get(Feature.IV_RANK_252D)).isCloseTo(0.5, within(EXACT));
        assertThat(out.build().get(Feature.IV_PERCENTILE_252D)).isCloseTo(0.95, within(EXACT));
    }

    /**
     * Bars 100-103-101, 101-102-98: ranges 3 and 4, average 3 + (4 - 3) / 14. A third bar opens at
     * 104 with a gap from 98: range 6.
     */
    @Test
    void fiveMinuteBars() {
        FiveMinuteBars bars = new FiveMinuteBars();
        double[] mids = {100, 103, 101, 101, 102, 98, 104, 104, 104};
        for (int i = 0; i < mids.length; i++) {
            // Three mids a bar: the third lies at the whole five minutes.
            long minutes = i / 3 * 5L + i % 3 + 3;
            bars.close(minute(minutes), mids[i]);
        }
        FeatureVector.Builder out = new FeatureVector.Builder();
        bars.publish(out);
        double two = 3 + 1 / 14.0;

        assertThat(out.build().get(Feature.AVERAGE_TRUE_RANGE_5M_BARS))
                .isCloseTo(two + (6 - two) / 14, within(EXACT));
        assertThat(out.build().quality(Feature.MEAN_OF_20_FIVE_MINUTE_BARS))
                .isEqualTo(Quality.WARMUP);
    }

    /** Closes 1..25: the last 20 are 6..25, mean 15.5. */
    @Test
    void meanOfTheLastTwentyBars() {
        FiveMinuteBars bars = new FiveMinuteBars();
        for (int i = 1; i <= 25; i++) {
            bars.close(minute(5L * i), i);
        }
        FeatureVector.Builder out = new FeatureVector.Builder();
        bars.publish(out);

        assertThat(out.build().get(Feature.MEAN_OF_20_FIVE_MINUTE_BARS)).isEqualTo(15.5);
    }

    private static Moment minute(long minutes) {
        return new Moment(1_718_028_000_000L + minutes * 60_000, 19884, Session.MORNING, 3);
    }
}

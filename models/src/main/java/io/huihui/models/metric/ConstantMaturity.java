package io.huihui.models.metric;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.quant.ChainArrays;
import io.huihui.models.quant.ChainColumn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * At-the-money volatility, skew and fly of an analysed chain, per expiry and at constant maturity:
 * total variance is straight between expiries; beyond them the volatility is that of the nearest.
 */
final class ConstantMaturity {

    private static final double DAYS_PER_YEAR = 365;

    /** An expiry nearer than this says nothing: five minutes, in years. */
    private static final double SHORTEST_YEARS = 5.0 / (60 * 24 * DAYS_PER_YEAR);

    private static final double CALL_WING = 0.25;
    private static final double PUT_WING = 0.75;
    private static final double SKEW_DAYS = 30;

    private static final int[] DAYS = {1, 7, 30, 60, 90};
    private static final Feature[] AT_THE_MONEY = {
        Feature.ATM_IV_1D,
        Feature.ATM_IV_7D,
        Feature.ATM_IV_30D,
        Feature.ATM_IV_60D,
        Feature.ATM_IV_90D
    };

    /** By expiry in order of time: years, volatility at the forward, and at the two wings. */
    private final double[] years;

    private final double[] middle;
    private final double[] callWing;
    private final double[] putWing;
    private int count;

    private ConstantMaturity(int expiries) {
        years = new double[expiries];
        middle = new double[expiries];
        callWing = new double[expiries];
        putWing = new double[expiries];
    }

    static ConstantMaturity of(ChainArrays chain, StrikeLadder ladder) {
        ConstantMaturity surface = new ConstantMaturity(chain.expiryCount());
        int[] order =
                IntStream.range(0, chain.expiryCount())
                        .boxed()
                        .sorted(Comparator.comparingLong(e -> chain.expiryTimesMillis()[e]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int expiry : order) {
            surface.add(chain, ladder.contractsOfExpiry()[expiry], expiry);
        }
        return surface;
    }

    private void add(ChainArrays chain, int[] contracts, int expiry) {
        double time = chain.yearsToExpiry()[expiry];
        if (!(time >= SHORTEST_YEARS)) {
            return;
        }
        double[] strikes = new double[contracts.length];
        double[] vols = new double[contracts.length];
        double[] deltas = new double[contracts.length];
        int solved = 0;
        for (int contract : contracts) {
            double vol = chain.column(ChainColumn.IMPLIED_VOL)[contract];
            double strike = chain.strikes()[contract];
            boolean repeated = solved > 0 && strikes[solved - 1] == strike;
            if (!Double.isNaN(vol) && !repeated) {
                strikes[solved] = strike;
                vols[solved] = vol;
                double delta = chain.column(ChainColumn.DELTA)[contract];
                deltas[solved] = chain.calls()[contract] ? delta : 1 + delta;
                solved++;
            }
        }
        double atForward = between(strikes, vols, solved, chain.forwards()[expiry]);
        if (Double.isNaN(atForward)) {
            return;
        }
        double[] falling = new double[solved];
        for (int i = 0; i < solved; i++) {
            falling[i] = -deltas[i];
        }
        years[count] = time;
        middle[count] = atForward;
        callWing[count] = between(falling, vols, solved, -CALL_WING);
        putWing[count] = between(falling, vols, solved, -PUT_WING);
        count++;
    }

    /** Straight line between the two neighbours of {@code at} in rising {@code x}; NaN outside. */
    private static double between(double[] x, double[] y, int length, double at) {
        for (int i = 1; i < length; i++) {
            if (x[i - 1] <= at && at <= x[i]) {
                return x[i] == x[i - 1]
                        ? y[i]
                        : y[i - 1] + (y[i] - y[i - 1]) * (at - x[i - 1]) / (x[i] - x[i - 1]);
            }
        }
        return Double.NaN;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Returns the volatility at the forward of the nearest expiry of five minutes and more. */
    double nearest() {
        return count == 0 ? Double.NaN : middle[0];
    }

    /** Returns at-the-money volatility at a maturity; NaN without any expiry. */
    double atTheMoney(double days) {
        return constantMaturity(middle, days);
    }

    private double constantMaturity(double[] vols, double days) {
        double target = days / DAYS_PER_YEAR;
        int above = 0;
        while (above < count && years[above] < target) {
            above++;
        }
        if (count == 0) {
            return Double.NaN;
        }
        if (above == 0 || above == count) {
            return vols[Math.min(above, count - 1)];
        }
        double low = vols[above - 1] * vols[above - 1] * years[above - 1];
        double high = vols[above] * vols[above] * years[above];
        double part = (target - years[above - 1]) / (years[above] - years[above - 1]);
        return Math.sqrt((low + part * (high - low)) / target);
    }

    /** Returns true when the maturity lies within the listed expiries. */
    private boolean covers(double days) {
        double target = days / DAYS_PER_YEAR;
        return count > 0 && years[0] <= target && target <= years[count - 1];
    }

    void publish(double spot, FeatureVector.Builder out) {
        for (int i = 0; i < DAYS.length; i++) {
            put(AT_THE_MONEY[i], atTheMoney(DAYS[i]), covers(DAYS[i]), out);
        }
        double month = atTheMoney(SKEW_DAYS);
        double call = constantMaturity(callWing, SKEW_DAYS);
        double putVol = constantMaturity(putWing, SKEW_DAYS);
        boolean covered = covers(SKEW_DAYS);
        put(Feature.SKEW_25_DELTA, putVol - call, covered, out);
        put(Feature.FLY_25_DELTA, 0.5 * (putVol + call) - month, covered, out);
        put(Feature.TERM_SLOPE, atTheMoney(7) / month - 1, covered && covers(7), out);
        double day = atTheMoney(1);
        put(Feature.EXPECTED_MOVE_1D, spot * day * Math.sqrt(1 / DAYS_PER_YEAR), covers(1), out);
    }

    private static void put(
            Feature feature, double value, boolean covered, FeatureVector.Builder out) {
        if (Double.isFinite(value)) {
            out.set(feature, value, covered ? Quality.OK : Quality.PARTIAL);
        } else {
            out.missing(feature, Quality.PARTIAL);
        }
    }

    /** Returns the volatility at the forward of each contract's expiry; NaN where there is none. */
    static double[] atForwardByExpiry(ChainArrays chain, StrikeLadder ladder) {
        double[] vols = new double[chain.expiryCount()];
        Arrays.fill(vols, Double.NaN);
        for (int expiry = 0; expiry < vols.length; expiry++) {
            ConstantMaturity one = new ConstantMaturity(1);
            one.add(chain, ladder.contractsOfExpiry()[expiry], expiry);
            vols[expiry] = one.nearest();
        }
        return vols;
    }

    /** Returns the volatility at the forward of the expiry on a New York date; NaN without one. */
    static double atForwardOn(long date, ChainArrays chain, StrikeLadder ladder) {
        double[] vols = atForwardByExpiry(chain, ladder);
        for (int expiry = 0; expiry < vols.length; expiry++) {
            long expires = TradingCalendar.newYork().date(chain.expiryTimesMillis()[expiry]);
            if (expires == date && !Double.isNaN(vols[expiry])) {
                return vols[expiry];
            }
        }
        return Double.NaN;
    }
}

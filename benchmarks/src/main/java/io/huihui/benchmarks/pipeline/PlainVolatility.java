package io.huihui.benchmarks.pipeline;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Returns, volatilities and bars of the mid the obvious way: from maps by second and minute. */
final class PlainVolatility {

    private static final int[] MINUTES = {5, 15, 30, 60};
    private static final long MINUTE_MILLIS = 60_000;
    private static final long BAR_MILLIS = 300_000;
    private static final double MINUTES_PER_YEAR = 252.0 * 390;
    private static final int LEAST_RETURNS = 3;
    private static final int MEAN_OF = 20;
    private static final int HOUR_SECONDS = 3600;

    private static final Feature[] RETURNS = {
        Feature.RETURN_5M, Feature.RETURN_15M, Feature.RETURN_30M, Feature.RETURN_60M
    };
    private static final Feature[] VOLATILITIES = {
        Feature.REALIZED_VOL_5M,
        Feature.REALIZED_VOL_15M,
        Feature.REALIZED_VOL_30M,
        Feature.REALIZED_VOL_60M
    };

    private final TreeMap<Long, Double> midBySecond = new TreeMap<>();
    private final TreeMap<Long, Double> midByMinute = new TreeMap<>();
    private final List<Bar> bars = new ArrayList<>();
    private final PlainScore halfHourScore = new PlainScore();
    private Double high;
    private Double low;

    private record Bar(Double high, Double low, Double close) {}

    /** Takes the mid as it stands within a second; a later one of the same second replaces it. */
    void onMid(long endMillis, double mid) {
        midBySecond.put(endMillis / 1000, mid);
        midBySecond.headMap(endMillis / 1000 - HOUR_SECONDS).clear();
        if (endMillis % MINUTE_MILLIS == 0) {
            long minute = endMillis / MINUTE_MILLIS;
            midByMinute.put(minute, mid);
            midByMinute.headMap(minute - 60).clear();
        }
    }

    void endSecond(long endMillis, double mid) {
        halfHourScore.endSecond(endMillis, volatility(endMillis, 30));
        if (Double.isNaN(mid)) {
            return;
        }
        high = high == null ? mid : Math.max(high, mid);
        low = low == null ? mid : Math.min(low, mid);
        if (endMillis % BAR_MILLIS == 0) {
            bars.add(new Bar(high, low, mid));
            high = null;
            low = null;
        }
    }

    void publish(long endMillis, double mid, FeatureVector.Builder out) {
        for (int i = 0; i < MINUTES.length; i++) {
            double ago = midSecondsAgo(endMillis, 60 * MINUTES[i]);
            out.setOrMissing(RETURNS[i], Math.log(mid / ago), Quality.WARMUP);
            out.setOrMissing(VOLATILITIES[i], volatility(endMillis, MINUTES[i]), Quality.WARMUP);
        }
        double hour = volatility(endMillis, 60);
        double bipower = bipower(endMillis);
        out.setOrMissing(Feature.BIPOWER_VOL_60M, bipower, Quality.WARMUP);
        out.setOrMissing(
                Feature.JUMP_VOL_60M,
                Math.sqrt(Math.max(hour * hour - bipower * bipower, 0)),
                Quality.WARMUP);
        out.setOrMissing(
                Feature.TREND_60M,
                Math.log(mid / midSecondsAgo(endMillis, HOUR_SECONDS))
                        / (hour * Math.sqrt(60 / MINUTES_PER_YEAR)),
                Quality.WARMUP);
        out.setOrMissing(
                Feature.REALIZED_VOL_30M_Z,
                halfHourScore.of(endMillis, volatility(endMillis, 30)),
                Quality.WARMUP);
        publishBars(endMillis, mid, out);
    }

    private void publishBars(long endMillis, double mid, FeatureVector.Builder out) {
        List<Bar> all = new ArrayList<>(bars);
        if (endMillis % BAR_MILLIS == 0 && !Double.isNaN(mid)) {
            all.add(
                    new Bar(
                            high == null ? mid : Math.max(high, mid),
                            low == null ? mid : Math.min(low, mid),
                            mid));
        }
        double range = Double.NaN;
        double closes = 0;
        for (int i = 0; i < all.size(); i++) {
            Bar bar = all.get(i);
            if (i == 0) {
                range = bar.high - bar.low;
            } else {
                double before = all.get(i - 1).close;
                double here = Math.max(bar.high, before) - Math.min(bar.low, before);
                range += (here - range) / 14;
            }
            closes += i >= all.size() - MEAN_OF ? bar.close : 0;
        }
        out.setOrMissing(Feature.AVERAGE_TRUE_RANGE_5M_BARS, range, Quality.WARMUP);
        out.setOrMissing(
                Feature.MEAN_OF_20_FIVE_MINUTE_BARS,
                all.size() < MEAN_OF ? Double.NaN : closes / MEAN_OF,
                Quality.WARMUP);
    }

    private double midSecondsAgo(long endMillis, int seconds) {
        return midBySecond.getOrDefault(endMillis / 1000 - seconds, Double.NaN);
    }

    private double volatility(long endMillis, int minutes) {
        long last = endMillis / MINUTE_MILLIS;
        double squares = 0;
        int count = 0;
        for (long minute = last - minutes + 1; minute <= last; minute++) {
            double change = change(minute);
            if (!Double.isNaN(change)) {
                squares += change * change;
                count++;
            }
        }
        return count >= LEAST_RETURNS && count >= 0.5 * minutes
                ? Math.sqrt(MINUTES_PER_YEAR * squares / count)
                : Double.NaN;
    }

    private double bipower(long endMillis) {
        long last = endMillis / MINUTE_MILLIS;
        double products = 0;
        int count = 0;
        for (long minute = last - 58; minute <= last; minute++) {
            double product = Math.abs(change(minute) * change(minute - 1));
            if (!Double.isNaN(product)) {
                products += product;
                count++;
            }
        }
        return count >= LEAST_RETURNS && count >= 0.5 * 59
                ? Math.sqrt(MINUTES_PER_YEAR * Math.PI / 2 * products / count)
                : Double.NaN;
    }

    private double change(long minute) {
        Double now = midByMinute.get(minute);
        Double before = midByMinute.get(minute - 1);
        return now == null || before == null ? Double.NaN : Math.log(now / before);
    }
}

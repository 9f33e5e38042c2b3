package io.huihui.console.market;

import io.huihui.connectors.codec.FeatureNames;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The last quarter of an hour of what charts show, by symbol and event-time second. */
public final class SeriesBook {

    /** Seconds that are kept of each symbol; older ones are in the store. */
    public static final int SECONDS = 900;

    /** What charts show live; any other feature is in the store. */
    public static final List<Feature> CHARTED =
            List.of(
                    Feature.MID,
                    Feature.DAY_VWAP,
                    Feature.REALIZED_VOL_30M,
                    Feature.ATM_IV_1D,
                    Feature.ATM_IV_7D,
                    Feature.ATM_IV_30D,
                    Feature.ATM_IV_60D,
                    Feature.ATM_IV_90D,
                    Feature.SKEW_25_DELTA,
                    Feature.TERM_SLOPE,
                    Feature.VRI_STATE,
                    Feature.NET_PREMIUM_FLOW_5M,
                    Feature.NET_PREMIUM_FLOW_15M,
                    Feature.NET_PREMIUM_FLOW_60M,
                    Feature.DIRECTIONAL_PREMIUM_15M,
                    Feature.DELTA_FLOW_5M,
                    Feature.GAMMA_FLOW_5M,
                    Feature.VEGA_FLOW_5M,
                    Feature.VAPI_FA_5M,
                    Feature.DWFD_5M,
                    Feature.TW_LAF_5M,
                    Feature.GIB_PRIOR,
                    Feature.GIB_INVENTORY,
                    Feature.GIB_Z,
                    Feature.GAMMA_FLIP,
                    Feature.CALL_WALL,
                    Feature.PUT_WALL,
                    Feature.A_DAG_Z,
                    Feature.MICROPRICE_PRESSURE,
                    Feature.ORDER_FLOW_IMBALANCE_5M,
                    Feature.BOOK_IMBALANCE,
                    Feature.RELATIVE_SPREAD,
                    Feature.OFF_EXCHANGE_LEVEL,
                    Feature.OFF_EXCHANGE_SHARE_5M,
                    Feature.OFF_EXCHANGE_SHARE_60M,
                    Feature.OFF_EXCHANGE_BLOCK_SHARE_15M,
                    Feature.VPIN);

    private final Map<String, Ring> rings = new ConcurrentHashMap<>();

    /** The values of one second, in the order of {@link #CHARTED}; NaN is missing. */
    private static final class Ring {
        private final NavigableMap<Long, double[]> bySecond = new TreeMap<>();

        private synchronized void add(FeatureSnapshot snapshot) {
            double[] values = new double[CHARTED.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = snapshot.features().orNaN(CHARTED.get(i));
            }
            bySecond.put(snapshot.id().secondEndMillis(), values);
            long oldest = bySecond.lastKey() - SECONDS * 1000L;
            bySecond.headMap(oldest, true).clear();
        }

        private synchronized List<List<Double>> rows(List<Feature> features, int seconds) {
            List<List<Double>> rows = new ArrayList<>();
            if (bySecond.isEmpty()) {
                return rows;
            }
            long from = bySecond.lastKey() - seconds * 1000L;
            for (Map.Entry<Long, double[]> second : bySecond.tailMap(from, false).entrySet()) {
                List<Double> row = new ArrayList<>(features.size() + 1);
                row.add((double) second.getKey());
                for (Feature feature : features) {
                    row.add(second.getValue()[CHARTED.indexOf(feature)]);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** Takes a snapshot; a correction replaces the second that it corrects. */
    void add(FeatureSnapshot snapshot) {
        rings.computeIfAbsent(snapshot.id().symbol(), any -> new Ring()).add(snapshot);
    }

    /**
     * Returns rows of event time and values, oldest first; NaN is missing.
     *
     * @param features each one of {@link #CHARTED}
     * @param seconds before the newest
     */
    public List<List<Double>> rows(String symbol, List<Feature> features, int seconds) {
        Ring ring = rings.get(symbol);
        return ring == null ? List.of() : ring.rows(features, seconds);
    }

    /** Returns the names of what is charted, for sentences. */
    public static List<String> names() {
        return CHARTED.stream().map(FeatureNames::of).toList();
    }
}

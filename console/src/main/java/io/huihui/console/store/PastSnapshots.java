package io.huihui.console.store;

import io.huihui.console.compass.CompassPast;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last second of each half minute of four hours, from the table of features: exact moments, so
 * that an index finds each and none of the others is read.
 */
public final class PastSnapshots implements CompassPast {

    private static final Map<String, Feature> FEATURES =
            Stream.of(Feature.values())
                    .collect(Collectors.toUnmodifiableMap(Feature::name, Function.identity()));

    private final ReadingPool pool;

    /** By feature set: the feature of each place; null where this release has none. */
    private final Map<String, List<Feature>> places = new HashMap<>();

    PastSnapshots(ReadingPool pool) {
        this.pool = pool;
    }

    /** A row before its places are understood. */
    private record Row(long secondEndMillis, String featureSet, List<Double> values) {

        private static Row of(ResultSet row) throws SQLException {
            return new Row(
                    Rows.millis(row, "snapshot_time"),
                    row.getString("feature_set"),
                    Rows.reals(row, "feature_values"));
        }
    }

    @Override
    public synchronized List<FeatureSnapshot> of(String symbol, long beforeMillis) {
        List<OffsetDateTime> moments = new ArrayList<>();
        long first = (beforeMillis - SPAN_MILLIS + STEP_MILLIS - 1) / STEP_MILLIS * STEP_MILLIS;
        for (long moment = first; moment < beforeMillis; moment += STEP_MILLIS) {
            moments.add(Rows.time(moment));
        }
        List<Row> rows =
                pool.rows(
                        "SELECT DISTINCT ON (snapshot_time) snapshot_time, feature_set,"
                                + " feature_values FROM huihui.features WHERE symbol = ? AND"
                                + " snapshot_time >= ? AND snapshot_time < ? AND snapshot_time ="
                                + " ANY (?) ORDER BY snapshot_time, revision DESC",
                        statement -> {
                            statement.setString(1, symbol);
                            statement.setObject(2, Rows.time(first));
                            statement.setObject(3, Rows.time(beforeMillis));
                            statement.setArray(
                                    4,
                                    statement
                                            .getConnection()
                                            .createArrayOf("timestamptz", moments.toArray()));
                        },
                        Row::of);
        return rows.stream().map(row -> snapshot(symbol, row)).toList();
    }

    private FeatureSnapshot snapshot(String symbol, Row row) {
        List<Feature> features = places.computeIfAbsent(row.featureSet(), this::placesOf);
        FeatureVector.Builder vector = new FeatureVector.Builder();
        for (int i = 0; i < Math.min(features.size(), row.values().size()); i++) {
            Feature feature = features.get(i);
            Double value = row.values().get(i);
            if (feature != null && value != null) {
                vector.set(feature, value);
            }
        }
        return new FeatureSnapshot(
                new SnapshotId(symbol, row.secondEndMillis()), 0, vector.build());
    }

    private List<Feature> placesOf(String featureSet) {
        return pool.rows(
                "SELECT name FROM huihui.feature_names WHERE feature_set = ? ORDER BY place",
                statement -> statement.setString(1, featureSet),
                row -> FEATURES.get(row.getString("name")));
    }
}

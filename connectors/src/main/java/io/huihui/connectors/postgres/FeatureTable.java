package io.huihui.connectors.postgres;

import io.huihui.models.Sha256;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.Quality;

import java.util.ArrayList;
import java.util.List;

/**
 * The table of feature snapshots: the features a person asks for first as columns, and all of them
 * as one array. What stands at which place of the array is in {@code huihui.feature_names}, by the
 * set of features of the release that wrote the row.
 */
public final class FeatureTable {

    /** Enough of the digest that two releases' sets cannot be mistaken for each other. */
    private static final int SET_NAME_LENGTH = 16;

    private FeatureTable() {}

    /** Returns the table; key: snapshot, revision. */
    public static PostgresTable<FeatureSnapshot> features() {
        String featureSet = featureSet();
        PostgresTableBuilder<FeatureSnapshot> table =
                StoreTables.snapshot("features", FeatureSnapshot::id)
                        .integer("revision", FeatureSnapshot::revision);
        column(table, "mid", Feature.MID);
        column(table, "realized_vol_30m", Feature.REALIZED_VOL_30M);
        column(table, "atm_iv_30d", Feature.ATM_IV_30D);
        column(table, "gib_inventory", Feature.GIB_INVENTORY);
        column(table, "gamma_flip", Feature.GAMMA_FLIP);
        column(table, "net_premium_flow_5m", Feature.NET_PREMIUM_FLOW_5M);
        column(table, "microprice_pressure", Feature.MICROPRICE_PRESSURE);
        return table.text("feature_set", snapshot -> featureSet)
                .reals("feature_values", FeatureTable::values)
                .text("feature_qualities", FeatureTable::qualities)
                .key("symbol", "snapshot_time", "revision")
                .prepare(publishNames(featureSet))
                .build();
    }

    private static void column(
            PostgresTableBuilder<FeatureSnapshot> table, String name, Feature feature) {
        table.realOrMissing(name, snapshot -> snapshot.features().get(feature));
    }

    private static double[] values(FeatureSnapshot snapshot) {
        Feature[] features = Feature.values();
        double[] values = new double[features.length];
        for (Feature feature : features) {
            values[feature.ordinal()] = snapshot.features().orNaN(feature);
        }
        return values;
    }

    private static String qualities(FeatureSnapshot snapshot) {
        StringBuilder letters = new StringBuilder(Feature.count());
        for (Feature feature : Feature.values()) {
            letters.append(letter(snapshot.features().quality(feature)));
        }
        return letters.toString();
    }

    private static char letter(Quality quality) {
        return switch (quality) {
            case OK -> 'O';
            case WARMUP -> 'W';
            case STALE -> 'S';
            case PARTIAL -> 'P';
            case DEGENERATE -> 'D';
            case CLIPPED -> 'C';
            case SYNTHETIC -> 'Y';
            case ABSENT -> 'A';
        };
    }

    /** Returns the name of this release's set of features: a digest of names, order and units. */
    static String featureSet() {
        StringBuilder all = new StringBuilder();
        for (Feature feature : Feature.values()) {
            all.append(feature.name()).append(' ').append(feature.unit()).append('\n');
        }
        return Sha256.hex(all.toString()).substring(0, SET_NAME_LENGTH);
    }

    /**
     * Names and units are those of enum constants, so they can stand in the statement as they are.
     */
    private static String publishNames(String featureSet) {
        List<String> rows = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            rows.add(
                    "('"
                            + featureSet
                            + "', "
                            + (feature.ordinal() + 1)
                            + ", '"
                            + feature.name()
                            + "', '"
                            + feature.unit().name()
                            + "')");
        }
        return "INSERT INTO huihui.feature_names (feature_set, place, name, unit) VALUES "
                + String.join(", ", rows)
                + " ON CONFLICT (feature_set, place) DO NOTHING";
    }
}

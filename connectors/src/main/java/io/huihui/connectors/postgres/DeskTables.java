package io.huihui.connectors.postgres;

import io.huihui.models.decision.Alert;
import io.huihui.models.decision.Explanation;
import io.huihui.models.decision.KeyLevel;
import io.huihui.models.decision.KeyLevels;
import io.huihui.models.feature.ThresholdLevels;
import io.huihui.models.feature.Thresholds;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The tables of what a person reads beside a directive, as supabase/migrations make them: alerts,
 * explanations, key levels, thresholds.
 */
public final class DeskTables {

    private DeskTables() {}

    /** Returns the table of alerts; key: snapshot, kind, subject. */
    public static PostgresTable<Alert> alerts() {
        return StoreTables.snapshot("alerts", Alert::snapshot)
                .text("kind", alert -> alert.kind().name())
                .text("subject", Alert::subject)
                .text("id", Alert::id)
                .text("severity", alert -> alert.severity().name())
                .text("sentence", Alert::sentence)
                .textOrMissing(
                        "signal_id", alert -> alert.signal() == null ? null : alert.signal().id())
                .key("symbol", "snapshot_time", "kind", "subject")
                .build();
    }

    /** Returns the table of explanations; key: snapshot, subject, writer. */
    public static PostgresTable<Explanation> explanations() {
        PostgresTableBuilder<Explanation> table =
                StoreTables.snapshot("explanations", Explanation::snapshot)
                        .text("subject_id", Explanation::subjectId)
                        .text("written_by", Explanation::writtenBy)
                        .real("base", Explanation::base);
        StoreTables.contributions(table, "contribution", "values", Explanation::contributions);
        return table.real("score", Explanation::score)
                .text("body", Explanation::text)
                .key("symbol", "snapshot_time", "subject_id", "written_by")
                .build();
    }

    /** One level by its place among those of its snapshot, lowest price first. */
    private record PlacedLevel(KeyLevels levels, int place, KeyLevel level) {}

    /** Returns the table of key levels, a row each; key: snapshot, version, place. */
    public static PostgresTable<KeyLevels> keyLevels() {
        return StoreTables.<PlacedLevel>snapshot("key_levels", row -> row.levels().snapshot())
                .text("config_version", row -> row.levels().configVersion())
                .integer("place", PlacedLevel::place)
                .real("price", row -> row.level().price())
                .text("type", row -> row.level().type().name())
                .real("score", row -> row.level().score())
                .texts("sources", row -> row.level().sources())
                .time("first_seen_time", row -> row.level().firstSeenMillis())
                .integer("touches", row -> row.level().touches())
                .text("last_outcome", row -> row.level().lastOutcome().name())
                .key("symbol", "snapshot_time", "config_version", "place")
                .build()
                .filledBy(DeskTables::placed);
    }

    /** The levels of one metric at a snapshot. */
    private record MetricLevels(Thresholds at, ThresholdLevels levels) {}

    /** Returns the table of dynamic thresholds, a row per metric; key: snapshot, metric. */
    public static PostgresTable<Thresholds> thresholds() {
        return StoreTables.<MetricLevels>snapshot("thresholds", row -> row.at().id())
                .text("metric", row -> row.levels().metric())
                .text("session", row -> row.at().session().name())
                .flag("from_history", row -> row.levels().fromHistory())
                .bigint("samples", row -> row.levels().samples())
                .real("extreme_low", row -> row.levels().extremeLow())
                .real("strong_low", row -> row.levels().strongLow())
                .real("confirm_low", row -> row.levels().confirmLow())
                .real("confirm_high", row -> row.levels().confirmHigh())
                .real("strong_high", row -> row.levels().strongHigh())
                .real("extreme_high", row -> row.levels().extremeHigh())
                .key("symbol", "snapshot_time", "metric")
                .build()
                .filledBy(DeskTables::byMetric);
    }

    private static List<MetricLevels> byMetric(Thresholds thresholds) {
        return thresholds.levels().stream()
                .map(levels -> new MetricLevels(thresholds, levels))
                .toList();
    }

    private static List<PlacedLevel> placed(KeyLevels levels) {
        return IntStream.range(0, levels.levels().size())
                .mapToObj(place -> new PlacedLevel(levels, place, levels.levels().get(place)))
                .toList();
    }
}

package io.huihui.connectors.store;

import io.huihui.connectors.postgres.DeskTables;
import io.huihui.connectors.postgres.FeatureTable;
import io.huihui.connectors.postgres.PostgresTable;
import io.huihui.connectors.postgres.StoreTables;
import io.huihui.connectors.postgres.TradeTables;

import java.util.List;

/** Every table this release writes. */
public final class AllTables {

    private AllTables() {}

    public static List<PostgresTable<?>> all() {
        return List.of(
                FeatureTable.features(),
                StoreTables.opinions(),
                StoreTables.marketStates(),
                StoreTables.verdicts(),
                StoreTables.outcomes(),
                StoreTables.deadLetters(),
                TradeTables.signals(),
                TradeTables.directives(),
                TradeTables.managementDirectives(),
                TradeTables.recommendations(),
                TradeTables.recommendationLegs(),
                DeskTables.alerts(),
                DeskTables.explanations(),
                DeskTables.keyLevels(),
                DeskTables.thresholds());
    }
}

package io.huihui.connectors.postgres;

import io.huihui.models.decision.Directive;
import io.huihui.models.decision.Evidence;
import io.huihui.models.decision.Leg;
import io.huihui.models.decision.LegTerms;
import io.huihui.models.decision.ManagementDirective;
import io.huihui.models.decision.OptionTrack;
import io.huihui.models.decision.PriceLevel;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.Signal;
import io.huihui.models.decision.TradePlan;
import io.huihui.models.event.OptionContract;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The tables of signals, directives and the trades that follow, as supabase/migrations make them.
 */
public final class TradeTables {

    private TradeTables() {}

    /** Returns the table of signals; key: snapshot, name. */
    public static PostgresTable<Signal> signals() {
        return StoreTables.snapshot("signals", Signal::snapshot)
                .text("name", signal -> signal.name().name())
                .text("id", Signal::id)
                .text("direction", signal -> signal.direction().name())
                .real("strength", Signal::strength)
                .realOrMissing("strike", Signal::strike)
                .flag("divergent", Signal::divergent)
                .text("market_state", Signal::marketState)
                .texts(
                        "evidence_metrics",
                        signal -> signal.evidence().stream().map(Evidence::metric).toList())
                .reals(
                        "evidence_values",
                        signal -> signal.evidence().stream().mapToDouble(Evidence::value).toArray())
                .reals(
                        "evidence_thresholds",
                        signal ->
                                signal.evidence().stream()
                                        .mapToDouble(Evidence::threshold)
                                        .toArray())
                .key("symbol", "snapshot_time", "name")
                .build();
    }

    /** Returns the table of directives, those not to trade included; key: snapshot, version. */
    public static PostgresTable<Directive> directives() {
        PostgresTableBuilder<Directive> table =
                StoreTables.snapshot("directives", Directive::snapshot)
                        .text("config_version", Directive::configVersion)
                        .text("id", Directive::id)
                        .text("action", directive -> directive.action().name())
                        .textOrMissing("no_trade_reason", row -> nameOf(row.noTradeReason()))
                        .text("reason", Directive::reason)
                        .textOrMissing("thesis", row -> nameOf(row.thesis()));
        plan(table);
        table.realOrMissing("underlying_price", Directive::underlyingPrice)
                .realOrMissing("conviction", Directive::conviction)
                .realOrMissing("probability", Directive::probability);
        StoreTables.contributions(table, "rationale", "log_odds", Directive::rationale);
        return table.text("market_state", Directive::marketState)
                .texts(
                        "event_regimes",
                        directive -> directive.eventRegimes().stream().map(Enum::name).toList())
                .texts("signals", Directive::signals)
                .text("gate_version", Directive::gateVersion)
                .text("analysis_id", Directive::analysisId)
                .key("symbol", "snapshot_time", "config_version")
                .build();
    }

    private static void plan(PostgresTableBuilder<Directive> table) {
        table.textOrMissing("structure", row -> ofPlan(row, plan -> plan.structure().name()))
                .bigintOrMissing(
                        "horizon_minutes",
                        row -> ofPlan(row, plan -> (long) plan.horizon().minutes()))
                .bigintOrMissing(
                        "days_to_expiry_least",
                        row -> ofPlan(row, plan -> (long) plan.daysToExpiry().least()))
                .bigintOrMissing(
                        "days_to_expiry_most",
                        row -> ofPlan(row, plan -> (long) plan.daysToExpiry().most()))
                .realOrMissing("stop_price", row -> ofPlan(row, plan -> priceOf(plan.stop())))
                .reals(
                        "target_prices",
                        row -> prices(row.plan() == null ? List.of() : row.plan().targets()))
                .timeOrMissing("exit_by", row -> ofPlan(row, TradePlan::exitByMillis))
                .realOrMissing("risk_budget", row -> ofPlan(row, TradePlan::riskBudget));
    }

    /** Returns the table of what to do about open trades; key: snapshot, id. */
    public static PostgresTable<ManagementDirective> managementDirectives() {
        return StoreTables.snapshot("management_directives", ManagementDirective::snapshot)
                .text("id", ManagementDirective::id)
                .text("recommendation_id", ManagementDirective::recommendationId)
                .text("action", directive -> directive.action().name())
                .text("reason_code", directive -> directive.reasonCode().name())
                .realOrMissing("stop_price", directive -> priceOf(directive.stop()))
                .reals("target_prices", directive -> prices(directive.targets()))
                .real("fraction", ManagementDirective::fraction)
                .key("symbol", "snapshot_time", "id")
                .build();
    }

    /** Returns the table of followed trades; a later snapshot replaces the row of its trade. */
    public static PostgresTable<Recommendation> recommendations() {
        return PostgresTable.<Recommendation>named("recommendations")
                .text("symbol", row -> row.issued().symbol())
                .time("issued_time", row -> row.issued().secondEndMillis())
                .text("id", Recommendation::id)
                .time("updated_time", row -> row.updated().secondEndMillis())
                .text("directive_id", Recommendation::directiveId)
                .text("thesis", row -> row.thesis().name())
                .text("structure", row -> row.structure().name())
                .text("status", row -> row.status().name())
                .real("entry_price", row -> row.entry().current().price())
                .realOrMissing(
                        "stop_price",
                        row -> row.stop() == null ? null : priceOf(row.stop().current()))
                .reals(
                        "target_prices",
                        row ->
                                row.targets().stream()
                                        .mapToDouble(target -> target.current().price())
                                        .toArray())
                .real("open_fraction", Recommendation::openFraction)
                .real("conviction", Recommendation::conviction)
                .text("state_at_issue", Recommendation::stateAtIssue)
                .textOrMissing("state_at_exit", Recommendation::stateAtExit)
                .time("exit_by", Recommendation::exitByMillis)
                .timeOrMissing("exit_time", Recommendation::exitMillis)
                .textOrMissing("exit_reason", row -> nameOf(row.exitReason()))
                .real("return_percent", Recommendation::returnPercent)
                .real("worst_percent", Recommendation::worstPercent)
                .real("best_percent", Recommendation::bestPercent)
                .texts("signals", Recommendation::signals)
                .text("gate_version", Recommendation::gateVersion)
                .text("config_version", Recommendation::configVersion)
                .bigintOrMissing("units", row -> ofOptions(row, track -> (long) track.units()))
                .bigintOrMissing(
                        "open_units", row -> ofOptions(row, track -> (long) track.openUnits()))
                .timeOrMissing("filled_time", row -> ofOptions(row, OptionTrack::filledMillis))
                .realOrMissing("entry_value", row -> ofOptions(row, OptionTrack::entryValue))
                .realOrMissing("value", row -> ofOptions(row, OptionTrack::value))
                .realOrMissing("profit", row -> ofOptions(row, OptionTrack::profit))
                .realOrMissing("worst_profit", row -> ofOptions(row, OptionTrack::worstProfit))
                .realOrMissing("best_profit", row -> ofOptions(row, OptionTrack::bestProfit))
                .key("symbol", "issued_time", "id")
                .newestBy("updated_time")
                .build();
    }

    private static <V> V ofOptions(Recommendation trade, Function<OptionTrack, V> part) {
        return trade.options() == null ? null : part.apply(trade.options());
    }

    /** One leg of a followed trade, by its place in the structure. */
    private record PlacedLeg(Recommendation trade, int place, Leg leg) {}

    /**
     * Returns the table of the legs of followed trades; a later snapshot of the trade replaces
     * them.
     */
    public static PostgresTable<Recommendation> recommendationLegs() {
        return PostgresTable.<PlacedLeg>named("recommendation_legs")
                .text("symbol", row -> row.trade().issued().symbol())
                .time("issued_time", row -> row.trade().issued().secondEndMillis())
                .text("recommendation_id", row -> row.trade().id())
                .integer("place", PlacedLeg::place)
                .time("updated_time", row -> row.trade().updated().secondEndMillis())
                .text("side", row -> row.leg().side().name())
                .text("kind", row -> row.leg().kind().name())
                .integer("quantity", row -> row.leg().quantity())
                .integer("days_to_expiry_least", row -> row.leg().daysToExpiry().least())
                .integer("days_to_expiry_most", row -> row.leg().daysToExpiry().most())
                .real("delta_low", row -> row.leg().delta().low())
                .real("delta_high", row -> row.leg().delta().high())
                .textOrMissing("root", row -> ofContract(row, OptionContract::root))
                .timeOrMissing("expiry", row -> ofContract(row, OptionContract::expiryTimeMillis))
                .realOrMissing("strike", row -> ofContract(row, OptionContract::strike))
                .realOrMissing("entry_price", row -> priceOf(row.leg().entry()))
                .realOrMissing(
                        "implied_vol_annual", row -> ofTerms(row, LegTerms::impliedVolAnnual))
                .realOrMissing("delta", row -> ofTerms(row, LegTerms::delta))
                .realOrMissing("liquidity_score", row -> ofTerms(row, LegTerms::liquidityScore))
                .realOrMissing("stop_price", row -> ofTerms(row, terms -> priceOf(terms.stop())))
                .reals(
                        "target_prices",
                        row ->
                                prices(
                                        row.leg().terms() == null
                                                ? List.of()
                                                : row.leg().terms().targets()))
                .key("symbol", "issued_time", "recommendation_id", "place")
                .newestBy("updated_time")
                .build()
                .filledBy(TradeTables::legs);
    }

    private static List<PlacedLeg> legs(Recommendation trade) {
        return IntStream.range(0, trade.legs().size())
                .mapToObj(place -> new PlacedLeg(trade, place, trade.legs().get(place)))
                .toList();
    }

    private static <V> V ofContract(PlacedLeg row, Function<OptionContract, V> part) {
        OptionContract contract = row.leg().contract();
        return contract == null ? null : part.apply(contract);
    }

    private static <V> V ofTerms(PlacedLeg row, Function<LegTerms, V> part) {
        return row.leg().terms() == null ? null : part.apply(row.leg().terms());
    }

    private static <V> V ofPlan(Directive directive, Function<TradePlan, V> part) {
        return directive.plan() == null ? null : part.apply(directive.plan());
    }

    private static String nameOf(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static Double priceOf(PriceLevel level) {
        return level == null ? null : level.price();
    }

    private static double[] prices(List<PriceLevel> levels) {
        return levels.stream().mapToDouble(PriceLevel::price).toArray();
    }
}

package io.huihui.connectors.postgres;

import io.huihui.models.Sha256;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.DeadLetter;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.GateWeight;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.InputQuality;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.decision.VolatilityView;
import io.huihui.models.feature.SnapshotId;

import java.io.Serializable;
import java.util.List;

/** The tables of what the system thinks and how it turned out, as supabase/migrations make them. */
public final class StoreTables {

    private StoreTables() {}

    /** Returns the table of opinions; key: snapshot, expert, model version. */
    public static PostgresTable<ExpertOpinion> opinions() {
        PostgresTableBuilder<ExpertOpinion> table =
                snapshot("opinions", ExpertOpinion::snapshot)
                        .text("expert", opinion -> opinion.expert().name())
                        .text("model_version", ExpertOpinion::modelVersion)
                        .real("confidence", ExpertOpinion::confidence);
        theses(table, ExpertOpinion::thesis);
        volatility(table, ExpertOpinion::volatility);
        contributions(table, "contribution", "values", ExpertOpinion::contributions);
        return table.texts(
                        "quality_inputs",
                        opinion ->
                                opinion.inputQuality().stream().map(InputQuality::input).toList())
                .texts(
                        "qualities",
                        opinion ->
                                opinion.inputQuality().stream()
                                        .map(quality -> quality.quality().name())
                                        .toList())
                .flag("abstained", ExpertOpinion::abstained)
                .textOrMissing("abstain_reason", ExpertOpinion::abstainReason)
                .key("symbol", "snapshot_time", "expert", "model_version")
                .build();
    }

    /** Returns the table of market states; key: snapshot, rules version. */
    public static PostgresTable<MarketState> marketStates() {
        return snapshot("market_states", MarketState::snapshot)
                .text("rules_version", MarketState::rulesVersion)
                .text("condition", state -> state.condition().name())
                .time(
                        "condition_since",
                        state -> state.snapshot().secondEndMillis() - state.ageMillis())
                .text("trend", state -> state.trend().name())
                .reals(
                        "posterior",
                        state ->
                                state.posterior().stream()
                                        .mapToDouble(entry -> entry.probability())
                                        .toArray())
                .real("entropy_nats", MarketState::entropyNats)
                .texts("event_regimes", state -> names(state.events()))
                .key("symbol", "snapshot_time", "rules_version")
                .build();
    }

    /** Returns the table of verdicts; key: snapshot, gate version. */
    public static PostgresTable<Verdict> verdicts() {
        PostgresTableBuilder<Verdict> table =
                snapshot("verdicts", Verdict::snapshot)
                        .text("gate_version", Verdict::gateVersion)
                        .real("confidence", Verdict::confidence)
                        .real("agreement", Verdict::agreement);
        theses(table, Verdict::thesis);
        volatility(table, Verdict::volatility);
        table.texts(
                        "weight_experts",
                        verdict ->
                                verdict.weights().stream()
                                        .map(weight -> weight.expert().name())
                                        .toList())
                .reals(
                        "weights",
                        verdict ->
                                verdict.weights().stream()
                                        .mapToDouble(GateWeight::weight)
                                        .toArray())
                .texts("answered", verdict -> verdict.answered().stream().map(Enum::name).toList())
                .texts("missing", verdict -> verdict.missing().stream().map(Enum::name).toList());
        contributions(table, "contribution", "values", Verdict::contributions);
        return table.text("market_state", Verdict::marketState)
                .texts("event_regimes", verdict -> names(verdict.eventRegimes()))
                .flag("conflicted", Verdict::conflicted)
                .key("symbol", "snapshot_time", "gate_version")
                .build();
    }

    /** Returns the table of outcomes; key: snapshot, predictor, horizon, model version. */
    public static PostgresTable<Outcome> outcomes() {
        return snapshot("outcomes", Outcome::snapshot)
                .text("predictor", Outcome::predictor)
                .integer("horizon_minutes", outcome -> outcome.thesis().horizon().minutes())
                .text("model_version", Outcome::modelVersion)
                .time(
                        "known_time",
                        outcome ->
                                outcome.snapshot().secondEndMillis()
                                        + outcome.thesis().horizon().millis())
                .real("up", outcome -> outcome.thesis().up())
                .real("down", outcome -> outcome.thesis().down())
                .real("flat", outcome -> outcome.thesis().flat())
                .text("realized", outcome -> outcome.realized().name())
                .real("log_return", Outcome::logReturn)
                .real("sigma", Outcome::sigma)
                .text("market_state", Outcome::marketState)
                .real("brier", Outcome::brier)
                .real("log_loss", Outcome::logLoss)
                .flag("correct", Outcome::correct)
                .flag("abstained", Outcome::abstained)
                .key("symbol", "snapshot_time", "predictor", "horizon_minutes", "model_version")
                .build();
    }

    /**
     * Returns the table of dead letters; key: where the record was read, and why it was refused.
     */
    public static PostgresTable<DeadLetter> deadLetters() {
        return PostgresTable.<DeadLetter>named("dead_letters")
                .text("topic", DeadLetter::topic)
                .integer("partition", DeadLetter::partition)
                .bigint("record_offset", DeadLetter::offset)
                .text("digest", letter -> Sha256.hex(letter.reason() + '\n' + letter.payload()))
                .text("reason", DeadLetter::reason)
                .text("payload", DeadLetter::payload)
                .key("topic", "partition", "record_offset", "digest")
                .build();
    }

    /** Reads the snapshot a record belongs to. */
    interface OfSnapshot<T> extends Serializable {
        SnapshotId of(T row);
    }

    /** Reads the thesis of one horizon. */
    interface OfThesis<T> extends Serializable {
        Thesis of(T row, Horizon horizon);
    }

    /** Reads a volatility view. */
    interface OfVolatility<T> extends Serializable {
        VolatilityView of(T row);
    }

    /** Reads contributions. */
    interface OfContributions<T> extends Serializable {
        List<Contribution> of(T row);
    }

    /** Returns a table that starts with the symbol and the event time of the snapshot. */
    static <T> PostgresTableBuilder<T> snapshot(String name, OfSnapshot<T> snapshot) {
        return PostgresTable.<T>named(name)
                .text("symbol", row -> snapshot.of(row).symbol())
                .time("snapshot_time", row -> snapshot.of(row).secondEndMillis());
    }

    static <T> void contributions(
            PostgresTableBuilder<T> table,
            String prefix,
            String valueSuffix,
            OfContributions<T> contributions) {
        table.texts(
                        prefix + "_inputs",
                        row -> contributions.of(row).stream().map(Contribution::input).toList())
                .reals(
                        prefix + "_" + valueSuffix,
                        row ->
                                contributions.of(row).stream()
                                        .mapToDouble(Contribution::value)
                                        .toArray());
    }

    private static <T> void theses(PostgresTableBuilder<T> table, OfThesis<T> thesis) {
        for (Horizon horizon : Horizon.values()) {
            String suffix = "_" + horizon.minutes() + "m";
            table.real("up" + suffix, row -> thesis.of(row, horizon).up())
                    .real("down" + suffix, row -> thesis.of(row, horizon).down())
                    .real("flat" + suffix, row -> thesis.of(row, horizon).flat());
        }
    }

    private static <T> void volatility(PostgresTableBuilder<T> table, OfVolatility<T> view) {
        table.real("vol_expand", row -> view.of(row).expand())
                .real("vol_contract", row -> view.of(row).contract())
                .real("vol_same", row -> view.of(row).same());
    }

    private static List<String> names(List<EventRegime> events) {
        return events.stream().map(event -> event.name().name()).toList();
    }
}

package io.huihui.console.contract;

import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.decision.Alert;

import java.util.List;
import java.util.Optional;

import static io.huihui.console.contract.LiveTopic.many;
import static io.huihui.console.contract.LiveTopic.market;
import static io.huihui.console.contract.LiveTopic.one;

/** The topics that the console reads: all results, and the news that explain them. */
public final class LiveTopics {

    /** Alerts of the same breaker share a slot, so that the newest says whether it is open. */
    public static final String BREAKER = "BREAKER/";

    private static final List<LiveTopic<?>> ALL =
            List.of(
                    market(Topics.NEWS, news -> news.id()),
                    market(Topics.TRANSCRIPTS, text -> text.mediaId()),
                    one(Topics.FEATURES),
                    one(Topics.STRIKE_PROFILES),
                    many(Topics.STRIKE_GRIDS, grid -> String.valueOf(grid.bucket())),
                    many(Topics.PROVIDER_UNITS, units -> String.valueOf(units.provider())),
                    one(Topics.THRESHOLDS),
                    many(Topics.OPINIONS, opinion -> opinion.expert().name()),
                    one(Topics.VERDICTS),
                    one(Topics.MARKET_STATES),
                    one(Topics.MICRO_REGIMES),
                    one(Topics.KEY_LEVELS),
                    market(Topics.CORRELATIONS, matrix -> ""),
                    one(Topics.ANALOGUES),
                    many(Topics.SIGNALS, signal -> signal.name().name()),
                    one(Topics.DIRECTIVES),
                    many(Topics.RECOMMENDATIONS, trade -> trade.id()),
                    many(Topics.MANAGEMENT, directive -> directive.recommendationId()),
                    many(Topics.ALERTS, LiveTopics::slotOfAlert),
                    many(
                            Topics.EXPLANATIONS,
                            explanation ->
                                    kindOf(explanation.subjectId())
                                            + "/"
                                            + explanation.writtenBy()),
                    one(Topics.CONFLICTS),
                    one(Topics.RESOLUTIONS),
                    many(Topics.CONTEXTS, context -> kindOf(context.about())),
                    many(Topics.STRATEGY_PROPOSALS, proposal -> proposal.hash()),
                    many(Topics.STRATEGY_REJECTIONS, proposal -> proposal.hash()),
                    many(
                            Topics.OUTCOMES,
                            outcome -> outcome.predictor() + "/" + outcome.thesis().horizon()),
                    many(
                            Topics.PERFORMANCE,
                            summary ->
                                    summary.predictor()
                                            + "/"
                                            + summary.horizon()
                                            + "/"
                                            + summary.marketState()),
                    market(Topics.NARRATIVES, event -> event.topic() + "/" + event.kind()),
                    market(Topics.DEAD_LETTERS, letter -> Topics.DEAD_LETTERS.idOf(letter)));

    private LiveTopics() {}

    public static List<LiveTopic<?>> all() {
        return ALL;
    }

    /** Returns the topic with this short name; empty when the console does not read it. */
    public static Optional<LiveTopic<?>> named(String shortName) {
        return ALL.stream().filter(live -> live.topic().shortName().equals(shortName)).findFirst();
    }

    /** Returns the short names, for sentences. */
    public static List<String> names() {
        return ALL.stream().map(LiveTopic::topic).map(Topic::shortName).toList();
    }

    /** Returns what kind of result an id is of, e.g. {@code verdict}. */
    private static String kindOf(CharSequence subjectId) {
        String[] parts = subjectId.toString().split("/", -1);
        return parts.length > 1 ? parts[1] : "";
    }

    private static String slotOfAlert(Alert alert) {
        return switch (alert.kind()) {
            case BREAKER_OPENED, BREAKER_CLOSED -> BREAKER + alert.subject();
            default -> alert.kind() + "/" + alert.subject();
        };
    }
}

package io.huihui.connectors.codec;

import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.decision.MarketCondition;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.expert.regime.RuleSet;
import io.huihui.models.expert.regime.micro.MicroProfile;
import io.huihui.models.expert.regime.micro.MicroRegime;
import io.huihui.models.expert.sentiment.narrative.NarrativeEvent;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.models.gate.NetworkOffer;
import io.huihui.models.gate.NetworkRole;
import io.huihui.models.mining.MinedPattern;
import io.huihui.models.mining.MiningChannel;
import io.huihui.models.mining.PatternKind;
import io.huihui.models.mining.PatternOccurrence;
import io.huihui.models.strategy.RejectionReason;
import io.huihui.models.strategy.StrategyProposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Valid records of every topic, the same for the same seed. */
public final class SampleRecords {

    private static final Map<String, Sampler<?>> SAMPLERS = new LinkedHashMap<>();

    private record Sampler<T>(Topic<T> topic, Function<Dice, ? extends T> draw) {}

    static {
        put(Topics.QUOTES, SampleEvents::quote);
        put(Topics.TRADES, SampleEvents::trade);
        put(Topics.DEPTH, SampleEvents::depth);
        put(Topics.OPTION_QUOTES, SampleEvents::optionQuote);
        put(Topics.OPTION_TRADES, SampleEvents::optionTrade);
        put(Topics.CHAINS, SampleEvents::chainSlice);
        put(Topics.UNDERLYINGS, SampleEvents::underlying);
        put(Topics.BARS, SampleEvents::bar);
        put(Topics.NEWS, SampleEvents::news);
        put(Topics.MEDIA, SampleEvents::media);
        put(Topics.TRANSCRIPTS, SampleEvents::transcript);
        put(Topics.MACRO, SampleEvents::macro);
        put(Topics.REGIME_RULES, SampleRecords::rules);
        put(Topics.GATE_NETWORKS, SampleRecords::network);
        put(Topics.LABELS, SampleEvents::label);
        put(Topics.FEATURES, SampleOpinions::features);
        put(Topics.STRIKE_PROFILES, SampleStrikes::profile);
        put(Topics.STRIKE_GRIDS, SampleStrikes::grid);
        put(Topics.PROVIDER_UNITS, SampleStrikes::units);
        put(Topics.THRESHOLDS, SampleOpinions::thresholds);
        put(Topics.OPINIONS, SampleOpinions::opinion);
        put(Topics.VERDICTS, SampleOpinions::verdict);
        put(Topics.MARKET_STATES, SampleOpinions::state);
        put(Topics.MICRO_REGIMES, SampleRecords::microRegime);
        put(Topics.KEY_LEVELS, SampleDecisions::keyLevels);
        put(Topics.CORRELATIONS, SampleDecisions::correlations);
        put(Topics.ANALOGUES, SampleDecisions::analogues);
        put(Topics.SIGNALS, SampleDecisions::signal);
        put(Topics.DIRECTIVES, SampleDecisions::directive);
        put(Topics.RECOMMENDATIONS, SampleDecisions::recommendation);
        put(Topics.MANAGEMENT, SampleDecisions::management);
        put(Topics.ALERTS, SampleDecisions::alert);
        put(Topics.EXPLANATIONS, SampleDecisions::explanation);
        put(Topics.CONFLICTS, SampleDecisions::conflict);
        put(Topics.RESOLUTIONS, SampleDecisions::resolution);
        put(Topics.CONTEXTS, SampleContexts::known);
        put(Topics.STRATEGY_PROPOSALS, SampleRecords::proposal);
        put(Topics.STRATEGY_REJECTIONS, SampleRecords::proposal);
        put(Topics.OUTCOMES, SampleDecisions::outcome);
        put(Topics.UNRESOLVED, SampleDecisions::unresolved);
        put(Topics.PERFORMANCE, SampleDecisions::performance);
        put(Topics.NARRATIVES, SampleRecords::narrative);
        put(Topics.PATTERNS, SampleRecords::pattern);
        put(Topics.LATE, SampleRecords::anyEvent);
        put(Topics.DEAD_LETTERS, SampleDecisions::deadLetter);
    }

    private SampleRecords() {}

    private static <T> void put(Topic<T> topic, Function<Dice, ? extends T> draw) {
        SAMPLERS.put(topic.name(), new Sampler<>(topic, draw));
    }

    /** Returns a valid record of the topic. */
    @SuppressWarnings("unchecked") // A sampler is only ever put under its own topic's name.
    public static <T> T of(Topic<T> topic, long seed) {
        Sampler<T> sampler = (Sampler<T>) SAMPLERS.get(topic.name());
        if (sampler == null) {
            throw new IllegalStateException("need a sample of " + topic + ": add it here");
        }
        return sampler.draw().apply(new Dice(seed));
    }

    /** Returns a valid market event of any kind. */
    public static MarketEvent event(long seed) {
        return anyEvent(new Dice(seed));
    }

    private static MinedPattern pattern(Dice dice) {
        SnapshotId history = SampleOpinions.snapshot(dice);
        boolean motif = dice.coin();
        return new MinedPattern(
                history,
                history.secondEndMillis() - 1 - dice.upTo(1_000_000),
                motif ? PatternKind.MOTIF : PatternKind.SEQUENCE,
                motif ? dice.any(MiningChannel.class) : null,
                motif ? dice.some(1, 60, dice::signed) : List.of(),
                motif ? List.of() : dice.some(1, 3, dice::text),
                dice.between(0, 9),
                dice.between(0, 9),
                dice.between(0, 1),
                1 + dice.upTo(998),
                dice.some(2, 9, () -> occurrence(dice)));
    }

    private static PatternOccurrence occurrence(Dice dice) {
        long from = dice.time();
        return new PatternOccurrence(from, from + 1 + dice.upTo(3_600_000), dice.between(0, 1));
    }

    private static RuleSet rules(Dice dice) {
        return new RuleSet(
                dice.time(),
                dice.source(),
                dice.sequence(),
                "version: desk/"
                        + dice.upTo(9)
                        + "\nregimes:\n  HIGH_VOLATILITY:\n    lasts: 5m\n    when:\n"
                        + "      - REALIZED_VOL_30M gt 0."
                        + (1 + dice.upTo(8))
                        + "\n");
    }

    private static NetworkOffer network(Dice dice) {
        return new NetworkOffer(
                dice.time(),
                dice.source(),
                dice.sequence(),
                dice.any(NetworkRole.class),
                String.join("\n", GateNetworkModel.untrained().lines("of " + dice.upTo(9))));
    }

    private static StrategyProposal proposal(Dice dice) {
        return new StrategyProposal(
                SampleOpinions.snapshot(dice),
                "LONG_CALL 7d long 50 when LEAN >= p75 exit stop 50% target 100% after 60m",
                "00ff",
                dice.orNull(() -> dice.any(RejectionReason.class)),
                dice.text(),
                dice.upTo(400),
                dice.upTo(9),
                dice.signed(),
                dice.unit(),
                -dice.unit(),
                dice.signed(),
                dice.maybe(dice.unit()),
                dice.upTo(9_000),
                dice.size(),
                "strategy-composer/1");
    }

    private static MicroRegime microRegime(Dice dice) {
        boolean some = dice.coin();
        SnapshotId end = SampleOpinions.snapshot(dice);
        return new MicroRegime(
                end,
                dice.any(MarketCondition.class),
                some ? (Integer) (1 + dice.upTo(20)) : null,
                dice.unit(),
                dice.maybe(dice.between(0, 9)),
                new MicroProfile(
                        dice.maybe(dice.unit()),
                        dice.maybe(dice.unit()),
                        dice.maybe(dice.signed()),
                        dice.maybe(dice.unit()),
                        dice.maybe(dice.size())),
                some ? 6 : 1,
                dice.upTo(100_000),
                end.secondEndMillis() - 1_000L * dice.upTo(9),
                1 + dice.upTo(2_000));
    }

    private static NarrativeEvent narrative(Dice dice) {
        return new NarrativeEvent(
                dice.any(NarrativeEvent.Kind.class),
                dice.upTo(9_999),
                dice.time(),
                dice.coin(),
                dice.some(0, 8, dice::text));
    }

    private static MarketEvent anyEvent(Dice dice) {
        return switch (dice.upTo(7)) {
            case 0 -> SampleEvents.quote(dice);
            case 1 -> SampleEvents.trade(dice);
            case 2 -> SampleEvents.depth(dice);
            case 3 -> SampleEvents.optionQuote(dice);
            case 4 -> SampleEvents.optionTrade(dice);
            case 5 -> SampleEvents.chainSlice(dice);
            case 6 -> SampleEvents.underlying(dice);
            default -> SampleEvents.bar(dice);
        };
    }
}

package io.huihui.connectors.topic;

import io.huihui.models.decision.Alert;
import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.DeadLetter;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Explanation;
import io.huihui.models.decision.KeyLevels;
import io.huihui.models.decision.ManagementDirective;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.PerformanceSummary;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.Resolution;
import io.huihui.models.decision.Signal;
import io.huihui.models.decision.UnresolvedPrediction;
import io.huihui.models.decision.Verdict;
import io.huihui.models.event.Bar;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.Depth;
import io.huihui.models.event.Label;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.models.event.OptionQuote;
import io.huihui.models.event.OptionTrade;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;
import io.huihui.models.event.Transcript;
import io.huihui.models.event.UnderlyingSnapshot;
import io.huihui.models.expert.regime.RuleSet;
import io.huihui.models.expert.regime.correlation.CorrelationMatrix;
import io.huihui.models.expert.regime.micro.MicroRegime;
import io.huihui.models.expert.sentiment.narrative.NarrativeEvent;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.ProviderUnits;
import io.huihui.models.feature.StrikeGrid;
import io.huihui.models.feature.StrikeProfile;
import io.huihui.models.feature.Thresholds;
import io.huihui.models.gate.NetworkOffer;
import io.huihui.models.graph.KnownContext;
import io.huihui.models.memory.Analogues;
import io.huihui.models.mining.MinedPattern;
import io.huihui.models.strategy.StrategyProposal;

import java.util.List;

import static io.huihui.connectors.topic.TopicShapes.byAgents;
import static io.huihui.connectors.topic.TopicShapes.identified;
import static io.huihui.connectors.topic.TopicShapes.input;
import static io.huihui.connectors.topic.TopicShapes.market;
import static io.huihui.connectors.topic.TopicShapes.snapshot;

/**
 * Every topic there is. To add one: make its constant, put it into {@link #ALL}, generate its
 * schema (docs/topics.md says how).
 */
public final class Topics {

    public static final Topic<Quote> QUOTES = market("quotes", Quote.class);
    public static final Topic<Trade> TRADES = market("trades", Trade.class);
    public static final Topic<Depth> DEPTH = market("depth", Depth.class);
    public static final Topic<OptionQuote> OPTION_QUOTES =
            market("option-quotes", OptionQuote.class);
    public static final Topic<OptionTrade> OPTION_TRADES =
            market("option-trades", OptionTrade.class);
    public static final Topic<ChainSlice> CHAINS = market("chains", ChainSlice.class);
    public static final Topic<UnderlyingSnapshot> UNDERLYINGS =
            market("underlyings", UnderlyingSnapshot.class);
    public static final Topic<Bar> BARS = market("bars", Bar.class);

    public static final Topic<NewsItem> NEWS =
            input(
                    "news",
                    NewsItem.class,
                    NewsItem::id,
                    news -> news.source() + "/" + news.id() + "/" + news.sequence(),
                    news ->
                            new EffectOrder(
                                    news.receivedTimeMillis(), news.source(), news.sequence()));
    public static final Topic<MediaItem> MEDIA =
            input(
                    "media",
                    MediaItem.class,
                    MediaItem::id,
                    media -> media.source() + "/" + media.id() + "/" + media.sequence(),
                    media ->
                            new EffectOrder(
                                    media.eventTimeMillis(), media.source(), media.sequence()));

    /** What was read of media: written by the job's transcriptions, and read by the job. */
    public static final Topic<Transcript> TRANSCRIPTS =
            input(
                    "transcripts",
                    Transcript.class,
                    Transcript::mediaId,
                    text -> text.source() + "/" + text.mediaId() + "/" + text.sequence(),
                    text ->
                            new EffectOrder(
                                    text.eventTimeMillis(), text.source(), text.sequence()));

    public static final Topic<MacroRelease> MACRO =
            input(
                    "macro",
                    MacroRelease.class,
                    MacroRelease::seriesId,
                    macro -> macro.source() + "/" + macro.seriesId() + "/" + macro.sequence(),
                    macro ->
                            new EffectOrder(
                                    macro.eventTimeMillis(), macro.source(), macro.sequence()));

    /** Rules of event regimes, of all symbols: under one key, so that they come in order. */
    public static final Topic<RuleSet> REGIME_RULES =
            input(
                    "regime-rules",
                    RuleSet.class,
                    rules -> "rules",
                    rules ->
                            rules.source() + "/" + rules.eventTimeMillis() + "/" + rules.sequence(),
                    rules ->
                            new EffectOrder(
                                    rules.eventTimeMillis(), rules.source(), rules.sequence()));

    /** Networks for the gates of all symbols: under one key, so that they come in order. */
    public static final Topic<NetworkOffer> GATE_NETWORKS =
            input(
                    "gate-networks",
                    NetworkOffer.class,
                    offer -> "networks",
                    offer ->
                            offer.source() + "/" + offer.eventTimeMillis() + "/" + offer.sequence(),
                    offer ->
                            new EffectOrder(
                                    offer.eventTimeMillis(), offer.source(), offer.sequence()));

    public static final Topic<Label> LABELS =
            input(
                    "labels",
                    Label.class,
                    Label::symbol,
                    label -> label.caseId() + "/" + label.labeller() + "/" + label.sequence(),
                    label ->
                            new EffectOrder(
                                    label.eventTimeMillis(), label.source(), label.sequence()));

    public static final Topic<FeatureSnapshot> FEATURES =
            snapshot(
                    "features",
                    FeatureSnapshot.class,
                    FeatureSnapshot::id,
                    features -> "features/" + features.revision());
    public static final Topic<StrikeProfile> STRIKE_PROFILES =
            snapshot(
                    "strike-profiles",
                    StrikeProfile.class,
                    StrikeProfile::id,
                    profile -> "strike-profile/1");
    public static final Topic<StrikeGrid> STRIKE_GRIDS =
            snapshot(
                    "strike-grids",
                    StrikeGrid.class,
                    StrikeGrid::id,
                    grid -> "strike-grid/" + grid.bucket());
    public static final Topic<ProviderUnits> PROVIDER_UNITS =
            snapshot(
                    "provider-units",
                    ProviderUnits.class,
                    ProviderUnits::id,
                    units -> "provider-units/" + units.provider());
    public static final Topic<Thresholds> THRESHOLDS =
            snapshot(
                    "thresholds",
                    Thresholds.class,
                    Thresholds::id,
                    thresholds -> "thresholds/" + thresholds.session());
    public static final Topic<ExpertOpinion> OPINIONS =
            identified(
                    "opinions",
                    ExpertOpinion.class,
                    ExpertOpinion::snapshot,
                    opinion -> opinion.id());
    public static final Topic<Verdict> VERDICTS =
            snapshot(
                    "verdicts",
                    Verdict.class,
                    Verdict::snapshot,
                    verdict -> "verdict/" + verdict.gateVersion());
    public static final Topic<MarketState> MARKET_STATES =
            snapshot(
                    "market-states",
                    MarketState.class,
                    MarketState::snapshot,
                    state -> "market-state/" + state.rulesVersion());
    public static final Topic<MicroRegime> MICRO_REGIMES =
            snapshot(
                    "micro-regimes",
                    MicroRegime.class,
                    MicroRegime::snapshot,
                    regime -> "micro-regime/1");
    public static final Topic<KeyLevels> KEY_LEVELS =
            snapshot(
                    "key-levels",
                    KeyLevels.class,
                    KeyLevels::snapshot,
                    levels -> "key-levels/" + levels.configVersion());
    public static final Topic<Outcome> OUTCOMES =
            snapshot(
                    "outcomes",
                    Outcome.class,
                    Outcome::snapshot,
                    outcome ->
                            "outcome/"
                                    + outcome.predictor()
                                    + "/"
                                    + outcome.thesis().horizon()
                                    + "/"
                                    + outcome.modelVersion());
    public static final Topic<UnresolvedPrediction> UNRESOLVED =
            snapshot(
                    "unresolved",
                    UnresolvedPrediction.class,
                    UnresolvedPrediction::snapshot,
                    prediction ->
                            "unresolved/" + prediction.predictor() + "/" + prediction.horizon());
    public static final Topic<PerformanceSummary> PERFORMANCE =
            snapshot(
                    "performance",
                    PerformanceSummary.class,
                    PerformanceSummary::asOf,
                    summary ->
                            "performance/"
                                    + summary.predictor()
                                    + "/"
                                    + summary.horizon()
                                    + "/"
                                    + summary.marketState()
                                    + "/"
                                    + summary.modelVersion());
    public static final Topic<Resolution> RESOLUTIONS =
            snapshot(
                    "resolutions",
                    Resolution.class,
                    Resolution::snapshot,
                    resolution -> "resolution/" + resolution.rule());

    /** Templates that passed their screening, for people to look at; written by agents. */
    public static final Topic<StrategyProposal> STRATEGY_PROPOSALS =
            byAgents(
                    "strategy-proposals",
                    StrategyProposal.class,
                    StrategyProposal::snapshot,
                    proposal -> "strategy/" + proposal.hash());

    /** Templates that did not, and why; written by agents. */
    public static final Topic<StrategyProposal> STRATEGY_REJECTIONS =
            byAgents(
                    "strategy-rejections",
                    StrategyProposal.class,
                    StrategyProposal::snapshot,
                    proposal -> "strategy/" + proposal.hash());

    /** What came again in history; written by {@code ./huihui mine}. */
    public static final Topic<MinedPattern> PATTERNS =
            TopicShapes.of(
                    TopicSide.HISTORY,
                    "patterns",
                    MinedPattern.class,
                    MinedPattern::history,
                    pattern -> pattern.history().text() + "/pattern/" + pattern.hash());

    public static final Topic<Analogues> ANALOGUES =
            identified(
                    "analogues",
                    Analogues.class,
                    Analogues::snapshot,
                    analogues -> analogues.snapshot().text() + "/analogues");

    public static final Topic<KnownContext> CONTEXTS =
            identified(
                    "contexts",
                    KnownContext.class,
                    KnownContext::snapshot,
                    context -> context.about() + "/context");

    /** Of the whole market, so all under one key. */
    public static final Topic<CorrelationMatrix> CORRELATIONS =
            new Topic<>(
                    "correlations",
                    TopicSide.OUT,
                    CorrelationMatrix.class,
                    matrix -> "market",
                    TopicShapes::matrixId,
                    matrix ->
                            new EffectOrder(
                                    matrix.eventTimeMillis(), TopicShapes.matrixId(matrix), 0));

    public static final Topic<Directive> DIRECTIVES =
            identified(
                    "directives",
                    Directive.class,
                    Directive::snapshot,
                    directive -> directive.id());
    public static final Topic<Signal> SIGNALS =
            identified("signals", Signal.class, Signal::snapshot, signal -> signal.id());
    public static final Topic<Alert> ALERTS =
            identified("alerts", Alert.class, Alert::snapshot, alert -> alert.id());
    public static final Topic<ConflictRecord> CONFLICTS =
            identified(
                    "conflicts",
                    ConflictRecord.class,
                    ConflictRecord::snapshot,
                    conflict -> conflict.id());
    public static final Topic<ManagementDirective> MANAGEMENT =
            identified(
                    "management",
                    ManagementDirective.class,
                    ManagementDirective::snapshot,
                    directive -> directive.id());

    /** A recommendation changes through its life, so each update has an id of its own. */
    public static final Topic<Recommendation> RECOMMENDATIONS =
            identified(
                    "recommendations",
                    Recommendation.class,
                    Recommendation::updated,
                    recommendation ->
                            recommendation.id()
                                    + "/"
                                    + recommendation.updated().secondEndMillis()
                                    + "/"
                                    + recommendation.status());

    public static final Topic<Explanation> EXPLANATIONS =
            identified(
                    "explanations",
                    Explanation.class,
                    Explanation::snapshot,
                    explanation ->
                            explanation.subjectId() + "/explanation/" + explanation.writtenBy());

    /** Births and deaths of topics, which are of no symbol: keyed by the topic's number. */
    public static final Topic<NarrativeEvent> NARRATIVES =
            new Topic<>(
                    "narratives",
                    TopicSide.OUT,
                    NarrativeEvent.class,
                    narrative -> Long.toString(narrative.topic()),
                    narrative -> "narrative/" + narrative.topic() + "/" + narrative.kind(),
                    narrative ->
                            new EffectOrder(
                                    narrative.eventTimeMillis(), "narratives", narrative.topic()));

    /** Events that came after their second could still be corrected. */
    public static final Topic<MarketEvent> LATE =
            new Topic<>(
                    "late",
                    TopicSide.OUT,
                    MarketEvent.class,
                    MarketEvent::symbol,
                    TopicShapes::eventId,
                    TopicShapes::eventOrder);

    /** Records that could not be used. They have no time, so they are ordered by their place. */
    public static final Topic<DeadLetter> DEAD_LETTERS =
            new Topic<>(
                    "dead-letters",
                    TopicSide.OUT,
                    DeadLetter.class,
                    DeadLetter::topic,
                    letter -> letter.topic() + "/" + letter.partition() + "/" + letter.offset(),
                    letter ->
                            new EffectOrder(
                                    0, letter.topic() + "/" + letter.partition(), letter.offset()));

    /** What the job reads as one stream of {@link MarketEvent}. */
    public static final List<Topic<? extends MarketEvent>> MARKET =
            List.of(QUOTES, TRADES, DEPTH, OPTION_QUOTES, OPTION_TRADES, CHAINS, UNDERLYINGS, BARS);

    /**
     * Topics that somebody acts on or reads beside what he acts on; the others of the job record
     * what was seen and thought.
     */
    public static final List<Topic<?>> URGENT =
            List.of(
                    VERDICTS,
                    EXPLANATIONS,
                    SIGNALS,
                    DIRECTIVES,
                    RECOMMENDATIONS,
                    MANAGEMENT,
                    ALERTS);

    /** Every topic, inputs first. */
    public static final List<Topic<?>> ALL =
            List.of(
                    QUOTES,
                    TRADES,
                    DEPTH,
                    OPTION_QUOTES,
                    OPTION_TRADES,
                    CHAINS,
                    UNDERLYINGS,
                    BARS,
                    NEWS,
                    MEDIA,
                    TRANSCRIPTS,
                    MACRO,
                    REGIME_RULES,
                    GATE_NETWORKS,
                    LABELS,
                    FEATURES,
                    STRIKE_PROFILES,
                    STRIKE_GRIDS,
                    PROVIDER_UNITS,
                    THRESHOLDS,
                    OPINIONS,
                    VERDICTS,
                    MARKET_STATES,
                    MICRO_REGIMES,
                    KEY_LEVELS,
                    CORRELATIONS,
                    ANALOGUES,
                    SIGNALS,
                    DIRECTIVES,
                    RECOMMENDATIONS,
                    MANAGEMENT,
                    ALERTS,
                    EXPLANATIONS,
                    CONFLICTS,
                    RESOLUTIONS,
                    CONTEXTS,
                    STRATEGY_PROPOSALS,
                    STRATEGY_REJECTIONS,
                    OUTCOMES,
                    UNRESOLVED,
                    PERFORMANCE,
                    NARRATIVES,
                    PATTERNS,
                    LATE,
                    DEAD_LETTERS);

    private Topics() {}

    /**
     * Returns the topic with this name, with or without the prefix.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Topic<?> named(String name) {
        for (Topic<?> topic : ALL) {
            if (topic.name().equals(name) || topic.shortName().equals(name)) {
                return topic;
            }
        }
        throw new IllegalArgumentException(
                "need one of the topics "
                        + ALL.stream().map(Topic::shortName).toList()
                        + ", was "
                        + name);
    }

    /** Returns the topic in which events of this class travel. */
    public static Topic<? extends MarketEvent> of(MarketEvent event) {
        for (Topic<? extends MarketEvent> topic : MARKET) {
            if (topic.recordClass() == event.getClass()) {
                return topic;
            }
        }
        throw new IllegalStateException("need a topic for " + event.getClass());
    }
}

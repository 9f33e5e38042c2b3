package io.huihui.jobs;

import io.huihui.connectors.neo4j.GraphWrites;
import io.huihui.connectors.postgres.PostgresConfig;
import io.huihui.connectors.postgres.PostgresVectors;
import io.huihui.connectors.topic.Topics;
import io.huihui.jobs.config.ConfigFile;
import io.huihui.jobs.config.GateSettings;
import io.huihui.jobs.config.JobConfig;
import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.KeyLevels;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.Verdict;
import io.huihui.models.expert.regime.correlation.SymbolPrice;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.expert.sentiment.narrative.NarrativeEvent;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.graph.Facts;
import io.huihui.models.memory.MemoryConfig;
import io.huihui.models.registry.FeatureRegistry;
import io.huihui.network.ComputeDevice;
import io.huihui.network.GateEngine;
import io.huihui.network.TensorVectors;
import io.huihui.operators.directives.Directives;
import io.huihui.operators.directives.Explanations;
import io.huihui.operators.directives.KeyLevelsOperator;
import io.huihui.operators.expert.Asking;
import io.huihui.operators.expert.ExpertOperator;
import io.huihui.operators.expert.Judging;
import io.huihui.operators.features.Features;
import io.huihui.operators.features.Prices;
import io.huihui.operators.flow.FlowExpertOperator;
import io.huihui.operators.gating.Gate;
import io.huihui.operators.gating.GateClock;
import io.huihui.operators.gating.GateNetworkFactory;
import io.huihui.operators.gating.GateRules;
import io.huihui.operators.graph.Contexts;
import io.huihui.operators.media.Transcriptions;
import io.huihui.operators.memory.MemoryRules;
import io.huihui.operators.memory.SimilarSituations;
import io.huihui.operators.memory.VectorDeviceFactory;
import io.huihui.operators.outcomes.Outcomes;
import io.huihui.operators.outcomes.Performance;
import io.huihui.operators.regime.Correlations;
import io.huihui.operators.regime.MarketStateChanges;
import io.huihui.operators.regime.MicroRegimesOperator;
import io.huihui.operators.regime.RegimeExpertOperator;
import io.huihui.operators.regime.RegimeLoans;
import io.huihui.operators.resolution.MissingResolutions;
import io.huihui.operators.sentiment.Narratives;
import io.huihui.operators.sentiment.NewsMentions;
import io.huihui.operators.sentiment.NewsShocks;
import io.huihui.operators.sentiment.SentimentExpertOperator;
import io.huihui.operators.sentiment.TranscriptMentions;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.util.EnumMap;
import java.util.Map;

/** From market events to directives, live: Kafka in, Kafka and stores out. */
public final class MainJob {

    private MainJob() {}

    public static void main(String[] args) throws Exception {
        MainArguments arguments = MainArguments.parse(args);
        JobConfig config =
                ConfigFile.read(JobConfig.defaults(), arguments.config(), arguments.settings())
                        .forCanary();
        StreamExecutionEnvironment environment = Environments.strict(new Configuration());
        defineLive(environment, config);
        if (arguments.printPlan()) {
            System.out.println(environment.getExecutionPlan());
        } else {
            StartChecks.run(config);
            environment.execute(config.job());
        }
    }

    /** The whole graph from Kafka to Kafka and the stores of the configuration. */
    public static void defineLive(StreamExecutionEnvironment environment, JobConfig config) {
        defineLive(environment, config, Stores.of(config));
    }

    /** The whole graph from Kafka to Kafka and these stores, whatever the configuration says. */
    public static void defineLive(
            StreamExecutionEnvironment environment, JobConfig config, Stores stores) {
        Outputs outputs =
                config.canary().onTrial()
                        ? new CanaryOutputs(config.kafka())
                        : new LiveOutputs(config.kafka(), stores);
        define(KafkaInputs.attach(environment, config), outputs, config);
    }

    /**
     * The whole graph; live, replay and tests differ only in what they pass.
     *
     * <pre>
     * market => Features => features ==+=> RegimeExpert ----+=> opinions => Gate => verdicts
     *           |=> late, strikes,    +=> FlowExpert ------+                 |=> conflicts
     *               thresholds      |
     * macro, regime rules ------------=> RegimeExpert, to all symbols
     * opinions of the regime expert => RegimeLoans => FlowExpert
     * gate networks ------------------=> Gate, to all symbols
     * news ----------------------------+=> SentimentExpert -+
     *                                  +=> NewsShocks => alerts
     * transcripts -----------------------=> SentimentExpert
     * media, when they are read => Transcriptions => transcripts
     * all news => Narratives => narratives
     *             |=> stories with their narratives, to the graph
     *
     * features => SimilarSituations => past situations like it, a minute
     * features => Correlations => a matrix of the whole market a minute
     * experts, gate |=> breakers that open or close, networks that change => alerts
     * opinions of the regime expert => MarketStateChanges => market states
     * features, opinions of the regime expert => MicroRegimes => sub-states
     * seconds of features => KeyLevels => key levels
     *                       |=> seconds with levels
     * verdicts, seconds with levels => Directives => directives
     *                                     |=> signals, alerts, recommendations, management
     * verdicts, directives, conflicts => Explanations => explanations
     * conflicts => Resolutions => resolutions, or to agents, and
     *              MissingResolutions => resolutions that they do not give
     * what the graph takes, directives, conflicts => Contexts => contexts
     * features, opinions, verdicts => Outcomes => outcomes => Performance => performance
     *                                     |=> unresolved
     * all inputs |=> dead letters
     * </pre>
     */
    public static void define(Inputs inputs, Outputs places, JobConfig config) {
        FactStreams outputs = new FactStreams(places);
        SingleOutputStreamOperator<FeatureSnapshot> features =
                Features.attach(inputs.market(), config.features());
        DataStream<NewsMention> mentions =
                NewsMentions.attach(inputs.news(), config.sentiment().scorer());
        Judging judging = judging(config.gate().clock());
        Asking asking = Asking.of(config.breakers(), judging);
        FeatureRegistry registry = config.borrowing().registry();
        SingleOutputStreamOperator<ExpertOpinion> regime =
                RegimeExpertOperator.attach(
                        features,
                        inputs.macro(),
                        inputs.regimeRules(),
                        config.regime().rules(),
                        config.experts(),
                        asking);
        SingleOutputStreamOperator<ExpertOpinion> flow =
                FlowExpertOperator.attach(
                        features,
                        RegimeLoans.attach(regime, registry.readOf(Expert.REGIME)),
                        registry.readBy(Expert.FLOW),
                        config.experts(),
                        asking);
        SingleOutputStreamOperator<ExpertOpinion> sentiment =
                SentimentExpertOperator.attach(
                        features,
                        mentions.union(
                                TranscriptMentions.attach(
                                        inputs.transcripts(), config.sentiment().scorer())),
                        config.experts(),
                        asking);
        DataStream<ExpertOpinion> opinions = regime.union(flow, sentiment);
        SingleOutputStreamOperator<Verdict> verdicts =
                Gate.attach(
                        features,
                        opinions,
                        inputs.gateNetworks(),
                        new GateRules(
                                config.gate().clock(),
                                config.gate().maxWaitMillis(),
                                config.experts(),
                                networks(config.gate()),
                                config.breakers()));
        SingleOutputStreamOperator<KeyLevels> levels =
                KeyLevelsOperator.attach(features.getSideOutput(Features.SECONDS));
        SingleOutputStreamOperator<Directive> directives =
                Directives.attach(
                        verdicts,
                        levels.getSideOutput(KeyLevelsOperator.DESK),
                        config.directives());
        DataStream<ConflictRecord> conflicts = verdicts.getSideOutput(Gate.CONFLICTS);
        SingleOutputStreamOperator<Outcome> outcomes =
                Outcomes.attach(
                        features,
                        new EnumMap<>(
                                Map.of(
                                        Expert.REGIME,
                                        regime,
                                        Expert.FLOW,
                                        flow,
                                        Expert.SENTIMENT,
                                        sentiment)),
                        verdicts);

        DataStream<SymbolPrice> prices = Prices.attach(features);

        outputs.write(Topics.FEATURES, features);
        outputs.write(Topics.STRIKE_PROFILES, features.getSideOutput(Features.STRIKES));
        outputs.write(Topics.STRIKE_GRIDS, features.getSideOutput(Features.STRIKE_GRIDS));
        outputs.write(Topics.PROVIDER_UNITS, features.getSideOutput(Features.PROVIDER_UNITS));
        outputs.write(Topics.THRESHOLDS, features.getSideOutput(Features.THRESHOLDS));
        outputs.write(Topics.KEY_LEVELS, levels);
        outputs.write(
                Topics.ANALOGUES,
                SimilarSituations.attach(
                        features,
                        new MemoryRules(
                                config.memory().config(),
                                config.memory().reach(),
                                judging,
                                vectorDevices(config),
                                config.breakers())));
        outputs.write(Topics.CORRELATIONS, Correlations.attach(prices));
        outputs.write(Topics.LATE, features.getSideOutput(Features.LATE));
        outputs.write(Topics.OPINIONS, opinions);
        outputs.write(Topics.VERDICTS, verdicts);
        outputs.write(Topics.CONFLICTS, conflicts);
        outputs.write(
                Topics.RESOLUTIONS,
                inputs.resolutions() == null
                        ? Explanations.resolve(conflicts)
                        : MissingResolutions.attach(
                                conflicts,
                                inputs.resolutions(),
                                config.resolutions().maxWaitMillis()));
        outputs.write(
                Topics.EXPLANATIONS,
                Explanations.ofVerdicts(verdicts),
                Explanations.ofDirectives(directives).union(Explanations.ofConflicts(conflicts)));
        outputs.write(Topics.MARKET_STATES, MarketStateChanges.attach(regime));
        outputs.write(Topics.MICRO_REGIMES, MicroRegimesOperator.attach(features, regime));
        outputs.write(Topics.DIRECTIVES, directives);
        outputs.write(Topics.SIGNALS, directives.getSideOutput(Directives.SIGNALS));
        outputs.write(
                Topics.ALERTS,
                directives
                        .getSideOutput(Directives.ALERTS)
                        .union(
                                NewsShocks.attach(prices, mentions, judging),
                                regime.getSideOutput(ExpertOperator.ALERTS),
                                flow.getSideOutput(ExpertOperator.ALERTS),
                                sentiment.getSideOutput(ExpertOperator.ALERTS),
                                verdicts.getSideOutput(Gate.ALERTS)));
        outputs.write(Topics.RECOMMENDATIONS, directives.getSideOutput(Directives.RECOMMENDATIONS));
        outputs.write(Topics.MANAGEMENT, directives.getSideOutput(Directives.MANAGEMENT));
        outputs.write(Topics.OUTCOMES, outcomes);
        outputs.write(Topics.UNRESOLVED, outcomes.getSideOutput(Outcomes.UNRESOLVED));
        outputs.write(Topics.PERFORMANCE, Performance.attach(outcomes));
        if (inputs.media() != null) {
            outputs.write(
                    Topics.TRANSCRIPTS,
                    Transcriptions.attach(inputs.media(), config.transcriptions()));
        }
        SingleOutputStreamOperator<NarrativeEvent> narratives = Narratives.attach(inputs.news());
        outputs.write(Topics.NARRATIVES, narratives);
        outputs.add(GraphWrites.stories(), narratives.getSideOutput(Narratives.STORIES));
        if (config.contexts().enabled() || outputs.hasGraph()) {
            DataStream<Facts> facts = outputs.attach();
            outputs.link(facts);
            if (config.contexts().enabled()) {
                outputs.write(
                        Topics.CONTEXTS,
                        Contexts.attach(
                                facts,
                                Contexts.decisions(directives, conflicts),
                                config.contexts().rules()));
            }
        }
        outputs.write(Topics.DEAD_LETTERS, inputs.deadLetters());
        outputs.end();
    }

    /** Names the two settings before they go to the cluster: the other settings stay here. */
    private static GateNetworkFactory networks(GateSettings gate) {
        GateEngine engine = gate.engine();
        ComputeDevice device = gate.device();
        return model -> engine.create(model, device);
    }

    /** As {@link #networks}. */
    private static VectorDeviceFactory vectorDevices(JobConfig config) {
        if (config.memory().engine() == MemoryConfig.Engine.PGVECTOR) {
            PostgresConfig postgres = config.postgres().resolve(config.job());
            return () -> new PostgresVectors(postgres);
        }
        ComputeDevice device = config.memory().device();
        return () -> new TensorVectors(device);
    }

    /** What reads two streams waits as the gate does: by event time, or not at all. */
    private static Judging judging(GateClock clock) {
        return switch (clock) {
            case PROCESSING -> Judging.ON_ARRIVAL;
            case EVENT -> Judging.BY_EVENT_TIME;
        };
    }
}

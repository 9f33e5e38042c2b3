package io.huihui.jobs.config;

import io.huihui.connectors.kafka.KafkaConfig;
import io.huihui.models.Require;
import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.directive.DirectiveConfig;
import io.huihui.models.media.TranscriptionConfig;
import io.huihui.models.memory.MemoryConfig;
import io.huihui.operators.expert.ExpertSet;
import io.huihui.operators.features.FeaturesConfig;

/**
 * Everything the main job can be told. Each key is in {@code docs/config.md}.
 *
 * @param job stable name: it marks the job's batches in the stores
 * @param transcriptions whether images and recordings are read
 * @param experts which experts give opinions
 * @param borrowing what experts borrow from one another
 * @param breakers when an expert or the gate's network is left alone
 * @param memory how past situations are remembered
 * @param contexts what is told of the surroundings of trades and conflicts
 * @param resolutions who settles conflicts of experts
 * @param canary whether this is a version on trial
 */
public record JobConfig(
        String job,
        KafkaConfig kafka,
        FeaturesConfig features,
        TranscriptionConfig transcriptions,
        ExpertSet experts,
        BorrowingSettings borrowing,
        BreakerConfig breakers,
        RegimeSettings regime,
        SentimentSettings sentiment,
        GateSettings gate,
        MemorySettings memory,
        ContextSettings contexts,
        ResolutionSettings resolutions,
        DirectiveConfig directives,
        PostgresSettings postgres,
        Neo4jSettings neo4j,
        CanarySettings canary) {

    public JobConfig {
        Require.text("job", job);
        Require.present("kafka", kafka);
        Require.present("features", features);
        Require.present("transcriptions", transcriptions);
        Require.present("experts", experts);
        Require.present("borrowing", borrowing);
        Require.present("breakers", breakers);
        Require.present("regime", regime);
        Require.present("sentiment", sentiment);
        Require.present("gate", gate);
        Require.present("memory", memory);
        Require.present("contexts", contexts);
        Require.present("resolutions", resolutions);
        Require.present("directives", directives);
        Require.present("postgres", postgres);
        Require.present("neo4j", neo4j);
        Require.present("canary", canary);
        Require.that(
                memory.engine() != MemoryConfig.Engine.PGVECTOR || postgres.enabled(),
                "postgres.enabled=true for memory.engine=PGVECTOR",
                "postgres.enabled=false");
    }

    public static JobConfig defaults() {
        return new JobConfig(
                "huihui",
                KafkaConfig.at("127.0.0.1:9092"),
                FeaturesConfig.defaults(),
                TranscriptionConfig.off(),
                ExpertSet.TRAINED,
                BorrowingSettings.defaults(),
                BreakerConfig.standard(),
                RegimeSettings.defaults(),
                SentimentSettings.defaults(),
                GateSettings.live(),
                MemorySettings.defaults(),
                ContextSettings.defaults(),
                ResolutionSettings.byRule(),
                DirectiveConfig.standard(),
                PostgresSettings.defaults(),
                Neo4jSettings.defaults(),
                CanarySettings.none());
    }

    /** Returns the same under another name, between the topics of another Kafka. */
    public JobConfig at(String name, KafkaConfig place) {
        return with(name, place, transcriptions, gate, memory, resolutions, postgres, neo4j);
    }

    /**
     * Returns the same with the clock of a replay: event time, so that two runs agree. Nothing is
     * transcribed: a replay takes the transcripts that were recorded. Agents answer by the clock,
     * so the rule settles conflicts.
     */
    public JobConfig forReplay() {
        return with(
                job,
                kafka,
                TranscriptionConfig.off(),
                gate.forReplay(),
                memory.forReplay(),
                ResolutionSettings.byRule(),
                postgres,
                neo4j);
    }

    /**
     * Returns the same as a version on trial runs it, if it is one: under names of its own, without
     * stores, with the transcripts that the version that works writes, and with the rule to settle
     * conflicts, since agents answer that version.
     */
    public JobConfig forCanary() {
        if (!canary.onTrial()) {
            return this;
        }
        return with(
                canary.named(job),
                kafka.with(kafka.source().ofGroup(canary.named(kafka.source().groupId()))),
                TranscriptionConfig.off(),
                gate,
                memory.withoutStore(),
                ResolutionSettings.byRule(),
                PostgresSettings.defaults(),
                Neo4jSettings.defaults());
    }

    /** Returns the same with other surroundings. */
    private JobConfig with(
            String otherJob,
            KafkaConfig otherKafka,
            TranscriptionConfig otherTranscriptions,
            GateSettings otherGate,
            MemorySettings otherMemory,
            ResolutionSettings otherResolutions,
            PostgresSettings otherPostgres,
            Neo4jSettings otherNeo4j) {
        return new JobConfig(
                otherJob,
                otherKafka,
                features,
                otherTranscriptions,
                experts,
                borrowing,
                breakers,
                regime,
                sentiment,
                otherGate,
                otherMemory,
                contexts,
                otherResolutions,
                directives,
                otherPostgres,
                otherNeo4j,
                canary);
    }
}

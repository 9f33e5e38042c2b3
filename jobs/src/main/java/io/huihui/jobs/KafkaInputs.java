package io.huihui.jobs;

import io.huihui.connectors.kafka.KafkaConfig;
import io.huihui.connectors.kafka.KafkaSources;
import io.huihui.connectors.topic.Topics;
import io.huihui.jobs.config.CanarySettings;
import io.huihui.jobs.config.JobConfig;
import io.huihui.models.decision.DeadLetter;
import io.huihui.models.decision.Resolution;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.util.HashSet;

/** The inputs of a live job: topics of Kafka. */
final class KafkaInputs {

    private static final String CANARY_UID = "canary-symbols";

    private KafkaInputs() {}

    /** Attaches the sources that the job is configured to read. */
    static Inputs attach(StreamExecutionEnvironment environment, JobConfig config) {
        KafkaConfig kafka = config.kafka();
        var market = KafkaSources.attachMarket(environment, kafka);
        var news = KafkaSources.attach(environment, Topics.NEWS, kafka);
        var transcripts = KafkaSources.attach(environment, Topics.TRANSCRIPTS, kafka);
        var macro = KafkaSources.attach(environment, Topics.MACRO, kafka);
        var rules = KafkaSources.attach(environment, Topics.REGIME_RULES, kafka);
        var networks = KafkaSources.attach(environment, Topics.GATE_NETWORKS, kafka);
        DataStream<DeadLetter> deadLetters =
                market.deadLetters()
                        .union(
                                news.deadLetters(),
                                transcripts.deadLetters(),
                                macro.deadLetters(),
                                rules.deadLetters(),
                                networks.deadLetters());
        DataStream<MediaItem> items = null;
        if (config.transcriptions().enabled()) {
            var read = KafkaSources.attach(environment, Topics.MEDIA, kafka);
            items = read.records();
            deadLetters = deadLetters.union(read.deadLetters());
        }
        DataStream<Resolution> resolutions = null;
        if (config.resolutions().byAgents()) {
            var read = KafkaSources.attach(environment, Topics.RESOLUTIONS, kafka);
            resolutions = read.records();
            deadLetters = deadLetters.union(read.deadLetters());
        }
        return new Inputs(
                ofCanary(market.records(), config.canary()),
                news.records(),
                items,
                transcripts.records(),
                macro.records(),
                rules.records(),
                networks.records(),
                resolutions,
                deadLetters);
    }

    /** Keeps the symbols of a version on trial; all of them for one that works. */
    private static DataStream<MarketEvent> ofCanary(
            DataStream<MarketEvent> market, CanarySettings canary) {
        if (!canary.onTrial()) {
            return market;
        }
        HashSet<String> symbols = new HashSet<>(canary.symbols());
        return market.filter(event -> symbols.contains(event.symbol()))
                .uid(CANARY_UID)
                .name(CANARY_UID);
    }
}

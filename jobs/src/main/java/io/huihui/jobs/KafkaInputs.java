package io.huihui.jobs;

import io.huihui.connectors.kafka.KafkaConfig;
import io.huihui.connectors.kafka.KafkaSources;
import io.huihui.connectors.topic.Topics;
import io.huihui.jobs.config.JobConfig;
import io.huihui.models.decision.DeadLetter;
import io.huihui.models.decision.Resolution;
import io.huihui.models.event.MediaItem;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The inputs of a live job: topics of Kafka. */
final class KafkaInputs {

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
                market.records(),
                news.records(),
                items,
                transcripts.records(),
                macro.records(),
                rules.records(),
                networks.records(),
                resolutions,
                deadLetters);
    }
}

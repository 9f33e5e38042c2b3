package io.huihui.jobs;

import io.huihui.connectors.kafka.KafkaConfig;
import io.huihui.connectors.kafka.KafkaSources;
import io.huihui.connectors.topic.Topics;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The inputs of a live job: topics of Kafka. */
final class KafkaInputs {

    private KafkaInputs() {}

    static Inputs attach(StreamExecutionEnvironment environment, KafkaConfig kafka) {
        var market = KafkaSources.attachMarket(environment, kafka);
        var news = KafkaSources.attach(environment, Topics.NEWS, kafka);
        var macro = KafkaSources.attach(environment, Topics.MACRO, kafka);
        return new Inputs(
                market.records(),
                news.records(),
                macro.records(),
                market.deadLetters().union(news.deadLetters(), macro.deadLetters()));
    }
}

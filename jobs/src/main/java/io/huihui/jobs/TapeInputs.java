package io.huihui.jobs;

import io.huihui.connectors.tape.TapeSource;
import io.huihui.connectors.topic.Topics;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.nio.file.Path;

/** The inputs of a replay: the files of a tape. */
final class TapeInputs {

    private TapeInputs() {}

    static Inputs attach(StreamExecutionEnvironment environment, Path tape) {
        var market = TapeSource.attachMarket(environment, tape);
        var news = TapeSource.attach(environment, tape, Topics.NEWS);
        var transcripts = TapeSource.attach(environment, tape, Topics.TRANSCRIPTS);
        var macro = TapeSource.attach(environment, tape, Topics.MACRO);
        var rules = TapeSource.attach(environment, tape, Topics.REGIME_RULES);
        var networks = TapeSource.attach(environment, tape, Topics.GATE_NETWORKS);
        return new Inputs(
                market.records(),
                news.records(),
                null,
                transcripts.records(),
                macro.records(),
                rules.records(),
                networks.records(),
                null,
                market.deadLetters()
                        .union(
                                news.deadLetters(),
                                transcripts.deadLetters(),
                                macro.deadLetters(),
                                rules.deadLetters(),
                                networks.deadLetters()));
    }
}

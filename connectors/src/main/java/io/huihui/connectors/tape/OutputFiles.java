package io.huihui.connectors.tape;

import io.huihui.connectors.stream.RecordTypes;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The records of a topic in the results of replays, file by file, without watermarks: a bounded
 * input of jobs that look at all of history before they say anything. Files are read by all tasks,
 * so records of different files come in any order.
 */
public final class OutputFiles {

    private static final String UID_PREFIX = "output-files-";

    private OutputFiles() {}

    /**
     * Attaches the files {@code TOPIC.avro} of these folders; an absent file is an empty topic.
     *
     * @param folders results of replays
     */
    public static <T> DataStream<T> attach(
            StreamExecutionEnvironment environment, List<Path> folders, Topic<T> topic) {
        return environment
                .fromData(Types.STRING, folders.stream().map(Path::toString).toArray(String[]::new))
                .uid(UID_PREFIX + "list-" + topic.shortName())
                .setParallelism(1)
                .rebalance()
                .flatMap(new Reader<>(topic.name()), RecordTypes.of(topic))
                .uid(UID_PREFIX + topic.shortName())
                .name("Results " + topic.shortName());
    }

    private static final class Reader<T> implements FlatMapFunction<String, T> {

        private static final long serialVersionUID = 1L;

        private final String topicName;

        Reader(String topicName) {
            this.topicName = topicName;
        }

        @Override
        @SuppressWarnings("unchecked") // The name was taken from a topic of T.
        public void flatMap(String folder, Collector<T> out) throws IOException {
            Topic<T> topic = (Topic<T>) Topics.named(topicName);
            try (TapeReader<T> reader = TapeReader.openOutput(Path.of(folder), topic)) {
                for (TapeRecord<T> each = reader.next(); each != null; each = reader.next()) {
                    if (each.value() == null) {
                        throw new TapeFormatException(
                                "need results as replay writes them, was "
                                        + each.deadLetter().reason()
                                        + " in "
                                        + topic.shortName()
                                        + TapeFile.SUFFIX
                                        + " of "
                                        + folder
                                        + ": replay the tape anew");
                    }
                    out.collect(each.value());
                }
            }
        }
    }
}

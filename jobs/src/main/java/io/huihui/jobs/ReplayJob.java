package io.huihui.jobs;

import io.huihui.connectors.tape.ReplayFileSink;
import io.huihui.connectors.topic.Topic;
import io.huihui.jobs.config.JobConfig;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.nio.file.Path;

/** The graph of the main job over a tape, bounded: the same input gives the same bytes. */
public final class ReplayJob {

    private ReplayJob() {}

    /**
     * Replays a tape and returns when every output file is written.
     *
     * @param out folder for one file per output topic
     */
    public static void run(Path tape, Path out, JobConfig config, Configuration configuration)
            throws Exception {
        StreamExecutionEnvironment environment = Environments.strict(configuration);
        define(environment, tape, out, config);
        environment.execute("replay of " + tape.getFileName());
    }

    /** The graph of the main job between a tape and files. */
    static void define(
            StreamExecutionEnvironment environment, Path tape, Path out, JobConfig config) {
        MainJob.define(
                TapeInputs.attach(environment, tape), new FileOutputs(out), config.forReplay());
    }

    /** One sorted file per topic. */
    private record FileOutputs(Path folder) implements Outputs {
        @Override
        public <T> void write(Topic<T> topic, DataStream<T> records) {
            ReplayFileSink.attach(records, topic, folder);
        }
    }
}

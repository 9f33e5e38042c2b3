package io.huihui.benchmarks;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** An input of a job on which nothing comes. */
public final class EndedStream {

    private EndedStream() {}

    /** Returns a stream that has ended, which says by its watermark not to wait for it. */
    public static <T> DataStream<T> of(
            StreamExecutionEnvironment environment, String uid, Class<T> type) {
        return environment
                .fromSequence(0, 0)
                .uid(uid)
                .setParallelism(1)
                .flatMap((Long never, Collector<T> out) -> {}, TypeInformation.of(type))
                .uid(uid + "-none")
                .setParallelism(1);
    }
}

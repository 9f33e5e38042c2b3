package io.huihui.jobs;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Makes environments in which a forgotten uid or a type that needs Kryo fails at once. */
public final class Environments {

    /**
     * Key groups: the most tasks a keyed operator can ever have. It can never change without losing
     * state, so it is far above any cluster we think of, and has many divisors.
     */
    public static final int MAX_PARALLELISM = 720;

    private Environments() {}

    /** Returns the environment of the cluster or of this process, with our rules switched on. */
    public static StreamExecutionEnvironment strict(Configuration configuration) {
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        // One task of each operator would otherwise chain what may be spread with what may not, and
        // the state of more tasks could not be restored.
        configuration.set(
                PipelineOptions.OPERATOR_CHAINING_CHAIN_OPERATORS_WITH_DIFFERENT_MAX_PARALLELISM,
                false);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setMaxParallelism(MAX_PARALLELISM);
        return environment;
    }
}

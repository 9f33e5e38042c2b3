package io.huihui.benchmarks.pipeline;

import io.huihui.jobs.Environments;
import io.huihui.models.OutsideResults;

import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Flink within this process, set as flink-conf/local sets it: parallelism 2, checkpoints to disk,
 * objects shared along a chain, buffers sent at once.
 */
final class BenchCluster implements AutoCloseable {

    private static final int PARALLELISM = 2;
    private static final Duration CHECKPOINT_PAUSE = Duration.ofMillis(500);

    /** Nothing waits in a half full buffer: ticks come in blocks, and results are few. */
    private static final Duration BUFFER_TIMEOUT = Duration.ZERO;

    private final MiniCluster cluster;
    private final Configuration configuration;

    /** What one run of a job took and gave. */
    record Run(Usage used, JobExecutionResult result) {}

    private BenchCluster(MiniCluster cluster, Configuration configuration) {
        this.cluster = cluster;
        this.configuration = configuration;
    }

    /** Starts it; checkpoints go below {@code folder}, so often. */
    static BenchCluster start(Path folder, Duration checkpointInterval) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, PARALLELISM);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointInterval);
        configuration.set(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, CHECKPOINT_PAUSE);
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(96));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(96));
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(32));
        MiniCluster cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(configuration)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(PARALLELISM)
                                .build());
        cluster.start();
        return new BenchCluster(cluster, configuration);
    }

    /** Runs a job that ends by itself, and measures it. */
    @OutsideResults("measures how long a run takes")
    Run run(Consumer<StreamExecutionEnvironment> define) throws Exception {
        JobGraph graph = graph(define);
        System.gc(); // what the run before left is not this one's to clear
        Usage before = Usage.now();
        JobExecutionResult result = cluster.executeJobBlocking(graph);
        return new Run(Usage.now().since(before), result);
    }

    /** Starts a job that does not end. */
    JobID submit(Consumer<StreamExecutionEnvironment> define) throws Exception {
        return cluster.submitJob(graph(define)).get().getJobID();
    }

    void cancel(JobID job) throws Exception {
        cluster.cancelJob(job).get();
    }

    private JobGraph graph(Consumer<StreamExecutionEnvironment> define) {
        StreamExecutionEnvironment environment =
                Environments.strict(new Configuration(configuration));
        define.accept(environment);
        return environment.getStreamGraph().getJobGraph();
    }

    @Override
    public void close() throws Exception {
        cluster.closeAsync().get();
    }
}

package io.huihui.connectors.postgres;

import io.huihui.connectors.batch.BatchConfig;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.SnapshotId;

import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A job in a JVM of its own, made to be killed: it writes an outcome for each of the minutes 0..N-1
 * slowly, so that rows fall into several partitions that nobody has made in advance.
 */
public final class KilledJob {

    static final String SYMBOL = "KILL";

    /** 2024-01-01: no partition of that time is there. */
    private static final long FIRST_SECOND_MILLIS = 1_704_067_200_000L;

    private static final long MINUTE_MILLIS = 60_000L;

    private KilledJob() {}

    /**
     * Runs to the end of the numbers.
     *
     * @param args address, user, password, folder of checkpoints, checkpoint to start from or "-",
     *     time between checkpoints, parallelism, N
     */
    public static void main(String[] args) throws Exception {
        int parallelism = Integer.parseInt(args[6]);
        long last = Long.parseLong(args[7]) - 1;
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration(args));
        environment.setParallelism(parallelism);
        environment.setMaxParallelism(4);
        PostgresConfig defaults = PostgresConfig.of(args[0], args[1], args[2], "kill-test");
        BatchConfig batch = BatchConfig.defaults().withLimits(150, 1 << 20, Duration.ofMillis(70));
        PostgresConfig config =
                new PostgresConfig(
                        defaults.jdbcUrl(),
                        defaults.user(),
                        defaults.password(),
                        defaults.job(),
                        defaults.connectTimeout(),
                        defaults.statementTimeout(),
                        parallelism,
                        batch);
        PostgresTable<Outcome> table = StoreTables.outcomes();
        DataStream<Outcome> outcomes =
                environment
                        .fromSequence(0, last)
                        .uid("numbers")
                        .map(KilledJob::slowly)
                        .returns(Outcome.class)
                        .uid("slowly");
        PostgresCopySink.attach(PostgresCopySink.rows(outcomes, table), List.of(table), config);
        environment.execute("killed");
    }

    private static Outcome slowly(long number) throws InterruptedException {
        Thread.sleep(1);
        return outcome(number);
    }

    static Outcome outcome(long number) {
        return new Outcome(
                new SnapshotId(SYMBOL, FIRST_SECOND_MILLIS + number * MINUTE_MILLIS),
                "GATE",
                "kill-test/1",
                new Thesis(Horizon.MINUTES_15, 0.5, 0.25, 0.25),
                Direction.UP,
                0.002,
                0.001,
                "STRESS",
                0.375,
                0.6931,
                true,
                false);
    }

    /** Returns the row of {@link #outcome}. */
    static EncodedRows row(long number) {
        List<EncodedRows> rows = new ArrayList<>();
        new RowEncoder<>(StoreTables.outcomes()).encode(outcome(number), rows::add);
        return rows.get(0);
    }

    private static Configuration configuration(String[] args) {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.parse(args[5]));
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, Path.of(args[3]).toUri().toString());
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        if (!args[4].equals("-")) {
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, args[4]);
        }
        return configuration;
    }
}

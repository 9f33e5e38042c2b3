package io.huihui.connectors.postgres;

import io.huihui.connectors.batch.BatchConfig;
import io.huihui.connectors.batch.BatchingWriter;
import io.huihui.connectors.batch.ManualTime;
import io.huihui.connectors.postgres.PostgresTarget.WriterRun;
import io.huihui.models.OutsideResults;
import io.huihui.stack.PostgresServer;

import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** What is left in the table after writers and servers died. */
class PostgresRecoveryIT {

    private static final int ROWS = 4_000;

    /** Between two checkpoints. */
    private static final Duration OFTEN = Duration.ofMillis(200);

    private static final Duration NEVER = Duration.ofHours(1);

    /** Far above what the busiest machine needs for one run. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String COUNT =
            "SELECT count(*) FROM huihui.outcomes WHERE symbol = 'KILL'";

    @TempDir Path folder;

    private PostgresServer server;

    @BeforeEach
    void start() throws SQLException {
        server = PostgresServer.start(folder.resolve("postgres"));
        try (Connection owner =
                DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password())) {
            Migrations.apply(owner);
            StoreLogins.ensure(
                    owner,
                    server.user(),
                    server.password(),
                    StoreLogins.WRITER,
                    StoreLogins.MAIN_TENANT);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void noRowIsLostOrDoubledWhenTheJobIsKilled() throws Exception {
        losesAndDoublesNothingKilledAt(0.05, 0.4, 0.8);
    }

    @Test
    @Tag("drill")
    void noRowIsLostOrDoubledWhenTheJobIsKilledTenTimes() throws Exception {
        losesAndDoublesNothingKilledAt(0.05, 0.12, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
    }

    /**
     * Another parallelism at each start, so that rows come back in other batches and subtasks. The
     * first kill comes before any checkpoint, so that rows do come back.
     *
     * @param killedAt where the job is killed, as parts of all rows
     */
    private void losesAndDoublesNothingKilledAt(double... killedAt) throws Exception {
        for (int run = 0; run < killedAt.length; run++) {
            Process job = launch(1 + run % 2, run == 0 ? NEVER : OFTEN);
            awaitRows(job, (long) (killedAt[run] * ROWS));
            job.destroyForcibly().waitFor();
        }
        Process job = launch(2, OFTEN);
        assertThat(job.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(job.exitValue()).as(log()).isZero();
        assertThat(
                        PostgresRows.strings(
                                server,
                                "SELECT concat_ws('|', count(*), count(DISTINCT snapshot_time),"
                                        + " extract(epoch FROM max(snapshot_time)"
                                        + " - min(snapshot_time))::bigint / 60)"
                                        + " FROM huihui.outcomes WHERE symbol = 'KILL'"))
                .containsExactly(ROWS + "|" + ROWS + "|" + (ROWS - 1));
        assertThat(PostgresRows.number(server, "SELECT sum(rows_new) FROM huihui.sink_ledger"))
                .isEqualTo(ROWS);
        assertThat(PostgresRows.number(server, "SELECT sum(rows_received) FROM huihui.sink_ledger"))
                .as("the kills made the job replay rows that were already there")
                .isGreaterThan(ROWS);
    }

    @Test
    void noRowIsLostWhenTheServerRestarts() throws Exception {
        PostgresConfig config =
                PostgresConfig.of(server.jdbcUrl(), server.user(), server.password(), "restart")
                        .withBatch(
                                BatchConfig.defaults()
                                        .withLimits(100, 1 << 20, Duration.ofMillis(500)));
        ManualTime time = new ManualTime();
        BatchingWriter<EncodedRows> writer =
                new BatchingWriter<>(
                        new PostgresTarget(
                                List.of(StoreTables.outcomes()), config, new WriterRun(0, 0)),
                        config.batch(),
                        time,
                        time.sleeping(),
                        new UnregisteredMetricsGroup());
        write(writer, 0, 250);

        server.process().crash();
        server.close();
        CompletableFuture<PostgresServer> restarted =
                CompletableFuture.supplyAsync(
                        () -> PostgresServer.start(folder.resolve("postgres")));
        write(writer, 250, 1_000);
        writer.flush(true);
        writer.close();
        server = restarted.join();

        assertThat(PostgresRows.number(server, COUNT)).isEqualTo(1_000);
    }

    private static void write(BatchingWriter<EncodedRows> writer, int from, int to)
            throws IOException, InterruptedException {
        for (int i = from; i < to; i++) {
            writer.write(KilledJob.row(i), null);
        }
    }

    private Process launch(int parallelism, Duration checkpoints) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledJob.class.getName(),
                        server.jdbcUrl(),
                        server.user(),
                        server.password(),
                        folder.resolve("checkpoints").toString(),
                        lastCheckpoint(),
                        checkpoints.toString(),
                        String.valueOf(parallelism),
                        String.valueOf(ROWS))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "job.log")))
                .start();
    }

    private String lastCheckpoint() throws IOException {
        Path checkpoints = folder.resolve("checkpoints");
        if (!Files.isDirectory(checkpoints)) {
            return "-";
        }
        try (Stream<Path> files = Files.walk(checkpoints, 3)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .max(Comparator.comparing(PostgresRecoveryIT::modified))
                    .map(file -> file.getParent().toUri().toString())
                    .orElse("-");
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    @OutsideResults("waits for a process")
    private void awaitRows(Process job, long rows) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (PostgresRows.number(server, COUNT) < rows) {
            if (!job.isAlive() || System.nanoTime() > deadline) {
                job.destroyForcibly();
                fail("need %s rows, was %s; the job's log:%n%s".formatted(rows, COUNT, log()));
            }
            Thread.sleep(20);
        }
    }

    private String log() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("job.log"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }
}

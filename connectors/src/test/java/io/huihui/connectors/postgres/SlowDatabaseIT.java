package io.huihui.connectors.postgres;

import io.huihui.connectors.batch.BatchConfig;
import io.huihui.connectors.batch.BatchingWriter;
import io.huihui.connectors.batch.ManualTime;
import io.huihui.connectors.batch.RecordedMetrics;
import io.huihui.connectors.postgres.PostgresTarget.WriterRun;
import io.huihui.stack.PostgresServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A database each of whose answers comes two seconds late. */
class SlowDatabaseIT {

    private static final Duration LATE = Duration.ofSeconds(2);
    private static final int BATCH = 500;
    private static final int BATCHES = 3;

    @TempDir Path folder;

    @Test
    void rowsWaitInOneBatchAndAllArrive() throws Exception {
        try (PostgresServer server = PostgresServer.start(folder);
                SlowProxy proxy = SlowProxy.before(port(server))) {
            try (Connection owner =
                    DriverManager.getConnection(
                            server.jdbcUrl(), server.user(), server.password())) {
                Migrations.apply(owner);
                StoreLogins.ensure(
                        owner, "slow", "secret", StoreLogins.WRITER, StoreLogins.MAIN_TENANT);
            }
            PostgresConfig config =
                    PostgresConfig.of(
                                    server.jdbcUrl()
                                            .replace(":" + port(server), ":" + proxy.port()),
                                    "slow",
                                    "secret",
                                    "slow-test")
                            .withBatch(
                                    BatchConfig.defaults()
                                            .withLimits(BATCH, 1 << 20, Duration.ofMillis(500)));
            PostgresTarget target =
                    new PostgresTarget(
                            List.of(StoreTables.outcomes()), config, new WriterRun(0, 0));
            ManualTime time = new ManualTime();
            RecordedMetrics metrics = new RecordedMetrics();
            BatchingWriter<EncodedRows> writer =
                    new BatchingWriter<>(target, config.batch(), time, time.sleeping(), metrics);

            int mostHeld = 0;
            for (int i = 0; i < BATCH * BATCHES; i++) {
                writer.write(KilledJob.row(i), null);
                mostHeld = Math.max(mostHeld, target.rows());
                // Once it is connected: shaking hands takes many ways there and back.
                proxy.holdBack(i < BATCH - 1 ? Duration.ZERO : LATE);
            }
            writer.flush(true);
            writer.close();

            assertThat(mostHeld).isLessThan(BATCH);
            assertThat(metrics.count("retries")).isZero();
            assertThat(PostgresRows.number(server, "SELECT count(*) FROM huihui.outcomes"))
                    .isEqualTo(BATCH * BATCHES);
        }
    }

    private static int port(PostgresServer server) {
        return URI.create(server.jdbcUrl().substring("jdbc:".length())).getPort();
    }
}

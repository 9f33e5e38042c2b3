package io.huihui.connectors.batch;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BatchingWriterTest {

    private static final BatchConfig CONFIG =
            new BatchConfig(
                    3,
                    100,
                    Duration.ofMillis(500),
                    Duration.ofSeconds(10),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(1));

    private final FakeStore store = new FakeStore();
    private final ManualTime time = new ManualTime();
    private final RecordedMetrics metrics = new RecordedMetrics();
    private final BatchingWriter<String> writer =
            new BatchingWriter<>(store, CONFIG, time, this::pause, metrics);

    private void pause(Duration wait) {
        time.passWhileHeld(wait);
    }

    @Test
    void sendsWhenTheBatchHasItsRows() throws Exception {
        for (String row : List.of("a", "b", "c", "d")) {
            writer.write(row, null);
        }

        assertThat(store.batches).containsExactly(List.of("a", "b", "c"));
        assertThat(store.rows()).isEqualTo(1);
    }

    @Test
    void sendsWhenTheBatchHasItsBytes() throws Exception {
        writer.write("x".repeat(60), null);
        assertThat(store.batches).isEmpty();

        writer.write("y".repeat(60), null);

        assertThat(store.batches).hasSize(1);
    }

    @Test
    void sendsWhenTheFirstRowHasWaitedLongEnough() throws Exception {
        time.advanceTo(1_000);
        writer.write("a", null);
        time.advanceTo(1_400);
        writer.write("b", null);
        time.advanceTo(1_499);
        assertThat(store.batches).isEmpty();

        time.advanceTo(1_500);

        assertThat(store.batches).containsExactly(List.of("a", "b"));
        assertThat(metrics.level("lastFlushAgeMillis")).isEqualTo(500);
    }

    @Test
    void aRecordOfNoRowsWaitsForNothingAndOneOfSeveralNotForever() throws Exception {
        writer.write("", null);
        assertThat(time.pendingTimers()).isZero();

        writer.write("a\nb", null);
        time.advanceTo(500);

        assertThat(store.batches).containsExactly(List.of("a", "b"));
    }

    @Test
    void aYoungerBatchGetsItsOwnFullTime() throws Exception {
        for (String row : List.of("a", "b", "c")) {
            writer.write(row, null);
        }
        time.advanceTo(400);
        writer.write("d", null);

        time.advanceTo(899);
        assertThat(store.batches).hasSize(1);
        assertThat(time.pendingTimers()).isEqualTo(1);

        time.advanceTo(900);
        assertThat(store.batches).containsExactly(List.of("a", "b", "c"), List.of("d"));
        assertThat(time.pendingTimers()).isZero();
    }

    @Test
    void sendsWhatThereIsBeforeACheckpoint() throws Exception {
        writer.write("a", null);

        writer.flush(false);
        writer.flush(false);

        assertThat(store.batches).containsExactly(List.of("a"));
    }

    @Test
    void triesTheSameBatchAgainAndLeavesAStoreThatKeepsFailingAloneEverLonger() throws Exception {
        for (int i = 0; i < 6; i++) {
            store.failures.add(new StoreUnavailableException("restarting", null));
        }
        List<Long> triedAt = new ArrayList<>();
        store.onTry = () -> triedAt.add(time.getCurrentProcessingTime());

        writer.write("a", null);
        writer.flush(false);

        assertThat(store.batches).containsExactly(List.of("a"));
        // The third opens the breaker: one try after more than 100, 200, 400, 800 ms.
        assertThat(triedAt).containsExactly(0L, 100L, 200L, 400L, 700L, 1_200L, 2_100L);
        assertThat(metrics.count("retries")).isEqualTo(6);
        assertThat(metrics.count("breakersOpened")).isEqualTo(1);
        assertThat(metrics.count("breakersClosed")).isEqualTo(1);
        assertThat(metrics.level("breakersNotClosed")).isZero();
    }

    @Test
    void failsTheJobWhenTheStoreStaysAwayAndDropsNothing() throws Exception {
        for (int i = 0; i < 100; i++) {
            store.failures.add(new StoreUnavailableException("connection refused", null));
        }
        writer.write("a", null);

        assertThatThrownBy(() -> writer.flush(false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("need a store in memory to answer within PT10S")
                .hasMessageContaining("connection refused")
                .hasMessageContaining("goes on from its last checkpoint");
        assertThat(store.rows()).isEqualTo(1);
    }

    @Test
    void aRefusedBatchIsNotTriedAgain() throws Exception {
        store.failures.add(new IOException("value out of range"));
        writer.write("a", null);

        assertThatThrownBy(() -> writer.flush(false)).hasMessage("value out of range");
        assertThat(store.tries).isEqualTo(1);
    }

    @Test
    void countsRowsAndThoseThatWereAlreadyThere() throws Exception {
        for (String row : List.of("a", "b", "c", "b", "c", "d")) {
            writer.write(row, null);
        }

        assertThat(metrics.count("rows")).isEqualTo(6);
        assertThat(metrics.count("rowsAlreadyThere")).isEqualTo(2);
        assertThat(metrics.count("batches")).isEqualTo(2);
    }

    @Test
    void leavesNoTimerBehindWhenClosed() throws Exception {
        writer.write("a", null);

        writer.close();

        assertThat(time.pendingTimers()).isZero();
        assertThat(store.closed).isTrue();
    }
}

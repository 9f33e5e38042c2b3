package io.huihui.jobs;

import io.huihui.connectors.recording.Importers;
import io.huihui.connectors.recording.Progress;
import io.huihui.connectors.recording.RecordedData;
import io.huihui.connectors.tape.TapeReader;
import io.huihui.connectors.tape.TapeRecord;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.jobs.config.JobConfig;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Real recordings through importers and the whole job; skipped where the recordings are not. */
class RecordedReplayIT {

    @TempDir Path folder;

    @Test
    void lobsterBookOfApple() throws Exception {
        replay("lobster", RecordedData.of("lobster_aapl"));

        assertThat(records(Topics.DEAD_LETTERS)).isZero();
        assertThat(records(Topics.DIRECTIVES)).isPositive();
        FeatureSnapshot last = last(Topics.FEATURES);
        assertThat(last.features().has(Feature.BOOK_IMBALANCE)).isTrue();
        assertThat(last.features().has(Feature.ORDER_FLOW_IMBALANCE_60M)).isTrue();
        assertThat(last.features().get(Feature.MID)).isBetween(500.0, 700.0);
    }

    @Test
    void leanTradesOfSpyWithOffExchangePrints() throws Exception {
        Path day = RecordedData.of("lean_sample/Data/equity/usa/tick/spy/20131007_trade.zip");
        replay("lean-tick", day);

        assertThat(records(Topics.DEAD_LETTERS)).isZero();
        assertThat(records(Topics.DIRECTIVES)).isPositive();
        FeatureSnapshot last = last(Topics.FEATURES);
        assertThat(last.features().get(Feature.OFF_EXCHANGE_SHARE_60M)).isBetween(0.05, 0.6);
        assertThat(last.features().get(Feature.DAY_VOLUME)).isGreaterThan(1e6);
    }

    @Test
    void chainsOfSpx() throws Exception {
        Path whole = RecordedData.of("spx_chains_2019");
        Path three = Files.createDirectory(folder.resolve("three"));
        try (var files = Files.list(whole)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".csv.gz"))
                            .sorted()
                            .limit(3)
                            .toList()) {
                Files.copy(file, three.resolve(file.getFileName()));
            }
        }
        replay("option-chain-csv", three);

        assertThat(records(Topics.DEAD_LETTERS)).isZero();
        assertThat(records(Topics.DIRECTIVES)).isPositive();
        assertThat(records(Topics.STRIKE_PROFILES)).isPositive();
        FeatureSnapshot last = last(Topics.FEATURES);
        assertThat(last.features().get(Feature.ATM_IV_30D)).isBetween(0.08, 0.3);
        assertThat(last.features().has(Feature.GIB_PRIOR)).isTrue();
        assertThat(last.features().get(Feature.GAMMA_FLIP)).isBetween(2600.0, 3100.0);
    }

    private void replay(String format, Path source) throws Exception {
        Path tape = folder.resolve("tape");
        Importers.run(format, source, tape, Progress.NONE);
        Configuration configuration = new Configuration();
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, 2);
        ReplayJob.run(tape, folder.resolve("out"), JobConfig.defaults(), configuration);
    }

    private long records(Topic<?> topic) throws IOException {
        long count = 0;
        try (TapeReader<?> reader = TapeReader.openOutput(folder.resolve("out"), topic)) {
            while (reader.next() != null) {
                count++;
            }
        }
        return count;
    }

    private <T> T last(Topic<T> topic) throws IOException {
        T last = null;
        try (TapeReader<T> reader = TapeReader.openOutput(folder.resolve("out"), topic)) {
            for (TapeRecord<T> record = reader.next(); record != null; record = reader.next()) {
                last = record.value();
            }
        }
        return last;
    }
}

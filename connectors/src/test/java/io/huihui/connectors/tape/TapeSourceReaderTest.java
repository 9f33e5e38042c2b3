package io.huihui.connectors.tape;

import io.huihui.connectors.codec.SampleRecords;
import io.huihui.connectors.stream.Decoded;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.MarketEvent;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class TapeSourceReaderTest {

    @TempDir Path folder;

    @Test
    void aReaderRestoredFromASnapshotGoesOnWithoutLossOrRepetition() throws Exception {
        try (TapeWriter writer =
                TapeWriter.create(
                        folder, TapeDescription.of(List.of(), List.of(), "samples", "none"))) {
            for (int seed = 0; seed < 200; seed++) {
                writer.write(SampleRecords.event(seed));
            }
        }
        TapeSplit start =
                new TapeSplit(
                        Topics.MARKET.stream()
                                .map(topic -> TapePosition.start(topic.shortName()))
                                .toList());
        Collected whole = new Collected();
        try (TapeSourceReader<MarketEvent> reader = reader(start)) {
            readToEnd(reader, whole);
        }

        Collected parts = new Collected();
        TapeSplitSerializer serializer = new TapeSplitSerializer();
        byte[] snapshot;
        try (TapeSourceReader<MarketEvent> reader = reader(start)) {
            for (int i = 0; i < 77; i++) {
                assertThat(reader.pollNext(parts)).isEqualTo(InputStatus.MORE_AVAILABLE);
            }
            snapshot = serializer.serialize(reader.snapshotState(1).get(0));
        }
        try (TapeSourceReader<MarketEvent> reader =
                reader(serializer.deserialize(serializer.getVersion(), snapshot))) {
            readToEnd(reader, parts);
            assertThat(reader.snapshotState(2)).isEmpty();
        }

        assertThat(whole.records).hasSize(200);
        assertThat(parts.records).isEqualTo(whole.records);
    }

    /** A task that is gone when its coordinator says so fails the whole job. */
    @Test
    void aReaderOfAnEmptyTapeEndsOnlyWhenItIsToldThatNothingFollows() throws Exception {
        try (TapeWriter writer =
                TapeWriter.create(
                        folder, TapeDescription.of(List.of(), List.of(), "samples", "none"))) {
            writer.write(SampleRecords.event(1));
        }
        TapeSplit empty = new TapeSplit(List.of());
        try (TapeSourceReader<MarketEvent> reader = new TapeSourceReader<>(folder, List.of())) {
            assertThat(reader.isAvailable()).isNotDone();
            reader.addSplits(List.of(empty));
            assertThat(reader.isAvailable()).isDone();
            assertThat(reader.pollNext(new Collected())).isEqualTo(InputStatus.NOTHING_AVAILABLE);
            assertThat(reader.isAvailable()).isNotDone();
            reader.notifyNoMoreSplits();
            assertThat(reader.isAvailable()).isDone();
            assertThat(reader.pollNext(new Collected())).isEqualTo(InputStatus.END_OF_INPUT);
        }
    }

    private TapeSourceReader<MarketEvent> reader(TapeSplit split) {
        TapeSourceReader<MarketEvent> reader = new TapeSourceReader<>(folder, Topics.MARKET);
        reader.addSplits(List.of(split));
        reader.notifyNoMoreSplits();
        return reader;
    }

    private static void readToEnd(TapeSourceReader<MarketEvent> reader, Collected out)
            throws Exception {
        InputStatus status = InputStatus.MORE_AVAILABLE;
        while (status == InputStatus.MORE_AVAILABLE) {
            status = reader.pollNext(out);
        }
        assertThat(status).isEqualTo(InputStatus.END_OF_INPUT);
    }

    private static final class Collected implements ReaderOutput<Decoded<MarketEvent>> {
        private final List<MarketEvent> records = new ArrayList<>();

        @Override
        public void collect(Decoded<MarketEvent> decoded) {
            records.add(decoded.value());
        }

        @Override
        public void collect(Decoded<MarketEvent> decoded, long timestamp) {
            collect(decoded);
        }

        @Override
        public void emitWatermark(Watermark watermark) {}

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}

        @Override
        public SourceOutput<Decoded<MarketEvent>> createOutputForSplit(String splitId) {
            return this;
        }

        @Override
        public void releaseOutputForSplit(String splitId) {}
    }
}

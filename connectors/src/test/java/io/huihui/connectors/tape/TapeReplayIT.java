package io.huihui.connectors.tape;

import io.huihui.connectors.codec.SampleRecords;
import io.huihui.connectors.stream.SourceOutput;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.decision.DeadLetter;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.serialization.MarketEventTypeInfo;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A tape through Flink and back into files. */
class TapeReplayIT {

    private static final int RECORDS = 3_000;

    @TempDir Path temporary;

    @Test
    void replayGivesEqualBytesAtEveryParallelismAndNothingIsLate() throws Exception {
        Path tape = spoiltTape();

        Path one = replay(tape, "one", 1);
        Path two = replay(tape, "two", 2);
        Path again = replay(tape, "again", 2);

        for (String file : List.of("late.avro", "dead-letters.avro")) {
            assertThat(two.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
            assertThat(again.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
        }
        assertThat(read(one))
                .hasSize(RECORDS)
                .isSortedAccordingTo(Comparator.comparingLong(MarketEvent::eventTimeMillis));
        try (TapeReader<DeadLetter> reader = TapeReader.openOutput(one, Topics.DEAD_LETTERS)) {
            assertThat(reader.next().value().topic()).isEqualTo("huihui.quotes");
            assertThat(reader.next()).isNull();
        }
    }

    private Path spoiltTape() throws IOException {
        Path folder = temporary.resolve("tape");
        try (TapeWriter writer =
                TapeWriter.create(
                        folder,
                        TapeDescription.of(List.of(), List.of(), "samples", "Apache-2.0"))) {
            for (int seed = 0; seed < RECORDS; seed++) {
                writer.write(SampleRecords.event(seed));
            }
        }
        Files.write(folder.resolve("quotes.avro"), new byte[] {1, 7}, StandardOpenOption.APPEND);
        return folder;
    }

    private Path replay(Path tape, String name, int parallelism) throws Exception {
        Path out = temporary.resolve(name);
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
        SourceOutput<MarketEvent> market = TapeSource.attachMarket(environment, tape);
        ReplayFileSink.attach(
                market.records()
                        .keyBy(MarketEvent::symbol, Types.STRING)
                        .process(new RefuseLate())
                        .returns(MarketEventTypeInfo.INSTANCE)
                        .uid("refuse-late"),
                Topics.LATE,
                out);
        ReplayFileSink.attach(market.deadLetters(), Topics.DEAD_LETTERS, out);
        environment.execute();
        return out;
    }

    private static List<MarketEvent> read(Path folder) throws IOException {
        List<MarketEvent> events = new ArrayList<>();
        try (TapeReader<MarketEvent> reader = TapeReader.openOutput(folder, Topics.LATE)) {
            for (TapeRecord<MarketEvent> next = reader.next(); next != null; next = reader.next()) {
                events.add(next.value());
            }
        }
        return events;
    }

    private static final class RefuseLate
            extends KeyedProcessFunction<String, MarketEvent, MarketEvent> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(MarketEvent event, Context context, Collector<MarketEvent> out) {
            if (event.eventTimeMillis() <= context.timerService().currentWatermark()) {
                throw new IllegalStateException("late: " + event);
            }
            out.collect(event);
        }
    }
}

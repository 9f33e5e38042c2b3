package io.huihui.connectors.tape;

import io.huihui.connectors.codec.SampleRecords;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.NewsItem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TapeTest {

    private static final TapeDescription DESCRIPTION =
            TapeDescription.of(List.of("SPY"), List.of("2026-01-05"), "samples", "Apache-2.0");
    private static final long PLENTY = 1L << 30;
    private static final long ALMOST_NOTHING = 2_000;

    @TempDir Path temporary;

    private static List<MarketEvent> events(int count) {
        List<MarketEvent> events = new ArrayList<>();
        for (int seed = 0; seed < count; seed++) {
            events.add(SampleRecords.event(seed));
        }
        return events;
    }

    private Path tape(String name, List<MarketEvent> events, long memoryBytes) throws IOException {
        Path folder = temporary.resolve(name);
        try (TapeWriter writer = TapeWriter.create(folder, DESCRIPTION, memoryBytes)) {
            for (MarketEvent event : events) {
                writer.write(event);
            }
        }
        return folder;
    }

    private static List<MarketEvent> read(Path folder) throws IOException {
        List<MarketEvent> events = new ArrayList<>();
        try (TapeReader<MarketEvent> reader = TapeReader.open(folder, Topics.MARKET)) {
            for (TapeRecord<MarketEvent> next = reader.next(); next != null; next = reader.next()) {
                events.add(next.value());
            }
        }
        return events;
    }

    @Test
    void whatWasWrittenInAnyOrderIsReadInTheOrderOfEffect() throws IOException {
        List<MarketEvent> events = events(2_000);

        List<MarketEvent> read = read(tape("a", events, PLENTY));

        assertThat(read).containsExactlyInAnyOrderElementsOf(events);
        assertThat(read).isSortedAccordingTo(MarketEvent.EFFECT_ORDER);
    }

    @Test
    void theSameRecordsGiveTheSameBytesWhateverTheirOrderAndTheMemory() throws IOException {
        List<MarketEvent> events = events(1_000);
        List<MarketEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(7));

        Path first = tape("first", events, PLENTY);
        Path second = tape("second", shuffled, ALMOST_NOTHING);

        try (Stream<Path> files = Files.list(first)) {
            List<Path> names = files.map(Path::getFileName).sorted().toList();
            try (Stream<Path> others = Files.list(second)) {
                assertThat(others.map(Path::getFileName).sorted().toList()).isEqualTo(names);
            }
            for (Path name : names) {
                assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
            }
        }
    }

    @Test
    void theDescriptionCountsWhatIsThere() throws IOException {
        List<MarketEvent> events = events(100);

        TapeDescription description = TapeReader.describe(tape("counted", events, PLENTY));

        assertThat(description.records()).isEqualTo(100);
        assertThat(description.licence()).isEqualTo("Apache-2.0");
        assertThat(description.files()).hasSize(8);
    }

    @Test
    void readingGoesOnWhereItStopped() throws IOException {
        Path folder = tape("resumed", events(300), PLENTY);
        List<MarketEvent> whole = read(folder);
        List<MarketEvent> parts = new ArrayList<>();
        List<Topic<? extends MarketEvent>> topics = Topics.MARKET;

        List<TapePosition> positions;
        try (TapeReader<MarketEvent> reader = TapeReader.open(folder, topics)) {
            for (int i = 0; i < 123; i++) {
                parts.add(reader.next().value());
            }
            positions = reader.positions();
        }
        try (TapeReader<MarketEvent> reader = TapeReader.open(folder, topics, positions)) {
            for (TapeRecord<MarketEvent> next = reader.next(); next != null; next = reader.next()) {
                parts.add(next.value());
            }
        }

        assertThat(parts).isEqualTo(whole);
    }

    @Test
    void aRecordThatCannotBeReadIsADeadLetterAndItsNeighboursComeOut() throws IOException {
        Path folder = temporary.resolve("spoilt");
        try (TapeWriter writer = TapeWriter.create(folder, DESCRIPTION)) {
            writer.write(Topics.NEWS, SampleRecords.of(Topics.NEWS, 1));
            writer.write(Topics.NEWS, SampleRecords.of(Topics.NEWS, 2));
        }
        Path file = folder.resolve("news.avro");
        Files.write(file, new byte[] {2, 'h', 'i'}, StandardOpenOption.APPEND);

        List<TapeRecord<NewsItem>> read = new ArrayList<>();
        try (TapeReader<NewsItem> reader = TapeReader.open(folder, Topics.NEWS)) {
            for (TapeRecord<NewsItem> next = reader.next(); next != null; next = reader.next()) {
                read.add(next);
            }
        }

        assertThat(read).hasSize(3);
        assertThat(read.get(2).value()).isNull();
        assertThat(read.get(2).deadLetter().topic()).isEqualTo("huihui.news");
        assertThat(read.get(2).deadLetter().offset()).isEqualTo(2);
        assertThat(read.get(2).deadLetter().payload()).isEqualTo("aGk=");
        assertThat(read.get(2).deadLetter().reason()).startsWith("need a header of 10 bytes");
    }

    @Test
    void aFolderThatIsNoTapeIsRefused() throws IOException {
        assertThatThrownBy(() -> TapeReader.open(temporary, Topics.QUOTES))
                .isInstanceOf(TapeFormatException.class)
                .hasMessageContaining("a folder without tape.yaml");

        Files.writeString(
                temporary.resolve("tape.yaml"),
                "format: 1\nsymbols: []\nsessions: []\nsource: a\nlicence: b\nfiles: []\nowner: me\n");
        assertThatThrownBy(() -> TapeReader.describe(temporary))
                .isInstanceOf(TapeFormatException.class)
                .hasMessageContaining("owner");
    }

    @Test
    void aTapeIsNotWrittenOver() throws IOException {
        Path folder = tape("kept", events(1), PLENTY);

        assertThatThrownBy(() -> TapeWriter.create(folder, DESCRIPTION))
                .isInstanceOf(TapeFormatException.class)
                .hasMessageContaining("choose another");
    }

    @Test
    void aFileCutOffInARecordIsRefused() throws IOException {
        Path folder = tape("cut", events(200), PLENTY);
        Path file = folder.resolve("quotes.avro");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));

        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(TapeFormatException.class)
                .hasMessageContaining("cut off");
    }
}

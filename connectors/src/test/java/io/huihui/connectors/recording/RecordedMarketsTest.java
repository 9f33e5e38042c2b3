package io.huihui.connectors.recording;

import io.huihui.connectors.tape.TapeReader;
import io.huihui.connectors.tape.TapeRecord;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.BookSide;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.Depth;
import io.huihui.models.event.Trade;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Each format on the real recording; skipped where that is absent. */
class RecordedMarketsTest {

    private static final String LOBSTER = "lobster_aapl";
    private static final String RECORDED_MESSAGES = "AAPL_2012-06-21_first792_message_10.csv";
    private static final String RECORDED_BOOK = "AAPL_2012-06-21_first792_orderbook_10.csv";
    private static final int CHECKED_ROW = 998;

    @TempDir Path temporary;

    /**
     * The recorded book has a row per message that touched ten levels; the messages replayed are
     * those of fifty. The row's own message is found among them by order and type.
     */
    @Test
    void theRebuiltBookIsTheRecordedOneAtRow998() throws IOException {
        Path folder = RecordedData.of(LOBSTER);
        List<String> message = row(folder.resolve(RECORDED_MESSAGES), CHECKED_ROW);
        long[] recorded = LobsterImporter.levels(row(folder.resolve(RECORDED_BOOK), CHECKED_ROW));
        LobsterBook expected = new LobsterBook();
        expected.seed(recorded);
        long line = lineOf(folder.resolve("AAPL_2012-06-21_0930_1000_message.csv"), message);

        ImportSummary summary =
                Importers.run("lobster", folder, temporary.resolve("tape"), Progress.NONE);

        assertThat(summary.rejected()).isZero();
        Depth depth = lastDepthUpTo(line);
        assertThat(depth.asks()).isEqualTo(expected.asks(LobsterImporter.LEVELS));
        assertThat(depth.bids()).isEqualTo(expected.bids(LobsterImporter.LEVELS));
        assertThat(depth.asks()).isNotEqualTo(BookSide.empty());
        assertThat(summary.records()).isGreaterThan(40_000);
    }

    private Depth lastDepthUpTo(long line) throws IOException {
        Depth last = null;
        try (TapeReader<Depth> reader = TapeReader.open(temporary.resolve("tape"), Topics.DEPTH)) {
            for (TapeRecord<Depth> next = reader.next();
                    next != null && next.value().sequence() <= line;
                    next = reader.next()) {
                last = next.value();
            }
        }
        return last;
    }

    private static List<String> row(Path file, int number) throws IOException {
        try (CsvReader csv = CsvReader.open(file)) {
            List<String> row = csv.next();
            for (int i = 1; i < number; i++) {
                row = csv.next();
            }
            return row;
        }
    }

    private static long lineOf(Path file, List<String> message) throws IOException {
        try (CsvReader csv = CsvReader.open(file)) {
            for (List<String> row = csv.next(); row != null; row = csv.next()) {
                if (row.get(1).equals(message.get(1)) && row.get(2).equals(message.get(2))) {
                    return csv.line();
                }
            }
        }
        throw new AssertionError("no such message: " + message);
    }

    @Test
    void offExchangePrintsOfARealDayAreCounted() throws IOException {
        Path zip = RecordedData.of("lean_sample/Data/equity/usa/tick/spy/20131008_trade.zip");

        ImportSummary summary =
                Importers.run("lean-tick", zip, temporary.resolve("tape"), Progress.NONE);

        long offExchange = 0;
        try (TapeReader<Trade> reader = TapeReader.open(temporary.resolve("tape"), Topics.TRADES)) {
            for (TapeRecord<Trade> next = reader.next(); next != null; next = reader.next()) {
                offExchange += next.value().offExchange() ? 1 : 0;
            }
        }
        assertThat(summary.records() + summary.rejected())
                .as("451,544 line ends, and a last line without one")
                .isEqualTo(451_545);
        assertThat(offExchange).as("SOURCE.md counts 63,695").isEqualTo(63_695);
    }

    @Test
    void aRealChainIsWhole() throws IOException {
        Path file = RecordedData.of("spx_chains_2019/SPX_20190425.csv.gz");

        ImportSummary summary =
                Importers.run("option-chain-csv", file, temporary.resolve("tape"), Progress.NONE);

        List<ChainSlice> slices = new ArrayList<>();
        try (TapeReader<ChainSlice> reader =
                TapeReader.open(temporary.resolve("tape"), Topics.CHAINS)) {
            for (TapeRecord<ChainSlice> next = reader.next(); next != null; next = reader.next()) {
                slices.add(next.value());
            }
        }
        long rows = slices.stream().mapToLong(slice -> slice.rows().size()).sum();
        assertThat(rows + summary.rejected()).isEqualTo(13_340);
        assertThat(summary.rejected()).isLessThan(20);
        assertThat(slices).allMatch(slice -> slice.sliceCount() == slices.size());
    }

    @Test
    void realBarsHeadlinesAndFiguresAreRead() throws IOException {
        ImportSummary bars =
                Importers.run(
                        "bars-csv",
                        RecordedData.of("bars_1m"),
                        temporary.resolve("bars"),
                        Progress.NONE);
        ImportSummary news =
                Importers.run(
                        "headlines-csv",
                        RecordedData.of("news_headlines"),
                        temporary.resolve("news"),
                        Progress.NONE);
        ImportSummary macro =
                Importers.run(
                        "macro-csv",
                        RecordedData.of("fred_macro/CPIAUCSL.csv"),
                        temporary.resolve("macro"),
                        Progress.NONE);

        assertThat(bars.tape().symbols()).hasSize(24);
        assertThat(bars.rejected()).isZero();
        assertThat(news.records()).isGreaterThan(20_000);
        assertThat(news.rejected()).isLessThan(200);
        assertThat(macro.records()).isGreaterThan(500);
    }
}

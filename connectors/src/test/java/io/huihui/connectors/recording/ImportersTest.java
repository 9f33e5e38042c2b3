package io.huihui.connectors.recording;

import io.huihui.connectors.tape.TapeReader;
import io.huihui.connectors.tape.TapeRecord;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.Bar;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.Depth;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.NewsItem;
import io.huihui.models.event.Trade;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Each format on a few rows written here: good, bad, empty. */
class ImportersTest {

    @TempDir Path temporary;

    private ImportSummary run(String format) throws IOException {
        return Importers.run(format, source(), tape(), Progress.NONE);
    }

    private Path source() throws IOException {
        return Files.createDirectories(temporary.resolve("source"));
    }

    private Path tape() {
        return temporary.resolve("tape");
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(source().resolve(name), text);
    }

    private <T> List<T> read(Topic<T> topic) throws IOException {
        List<T> values = new ArrayList<>();
        try (TapeReader<T> reader = TapeReader.open(tape(), topic)) {
            for (TapeRecord<T> next = reader.next(); next != null; next = reader.next()) {
                values.add(next.value());
            }
        }
        return values;
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    @Test
    void barsStampedAtTheirEndKeepTheirTimeNewestFirst() throws IOException {
        file(
                "SPY_1min.csv",
                """
                datetime,open,high,low,close,volume
                2019-02-13 16:00:00,274.98,275.04,274.86,274.99,2228034
                2019-02-13 09:32:00,275,275.03,oops,274.98,622230
                2019-02-13 09:31:00,275,275.03,274.9,274.98,1.2E5
                """);

        ImportSummary summary = run("bars-csv");

        assertThat(summary.records()).isEqualTo(2);
        assertThat(summary.rejected()).isEqualTo(1);
        assertThat(summary.tape().symbols()).containsExactly("SPY");
        assertThat(summary.tape().sessions()).containsExactly("2019-02-13");
        List<Bar> bars = read(Topics.BARS);
        assertThat(bars.get(0).eventTimeMillis()).isEqualTo(at("2019-02-13T14:31:00Z"));
        assertThat(bars.get(0).volume()).isEqualTo(120_000);
        assertThat(bars.get(1).eventTimeMillis()).isEqualTo(at("2019-02-13T21:00:00Z"));
        assertThat(Files.readString(tape().resolve(ImportTarget.REJECTS)))
                .contains("\"SPY_1min.csv\",3,\"need a number for low, was low=oops\"");
    }

    @Test
    void barsStampedAtTheirStartAreKnownAMinuteLater() throws IOException {
        file(
                "SPY_1min.csv",
                """
                date,Open,High,Low,Close,Volume
                2024-02-20 04:00:00-05:00,498,498.4,498,498.3,10
                2024-02-20 19:59:00-05:00,498,498.4,498,498.3,10
                """);

        run("bars-csv");

        assertThat(read(Topics.BARS).get(0).eventTimeMillis())
                .isEqualTo(at("2024-02-20T09:01:00Z"));
    }

    @Test
    void chainsAreCutIntoSlicesWithExpiryInstantsByClass() throws IOException {
        file(
                "SPX_20190425.csv",
                CHAIN_HEADER
                        + "SPX,2919.04,CBOE,SPXW190517C02900000,call,05/17/2019,04/25/2019,2900,1,0,"
                        + "40,41,0,2,0.12,0.5,0.001\n"
                        + "SPX,2919.04,CBOE,SPX190517P02900000,put,05/17/2019,04/25/2019,2900,0,0,"
                        + "20,21,0,2,0.02,0.5,0.001\n"
                        + "SPX,2919.04,CBOE,SPX190517P02905000,put,05/17/2019,04/25/2019,2905,0,0,"
                        + "21,20,0,2,0.02,0.5,0.001\n");
        file(
                "SPX_20190527.csv",
                CHAIN_HEADER
                        + "SPX,2919.04,CBOE,SPXW190517C02900000,call,05/17/2019,05/24/2019,2900,1,0,"
                        + "40,41,0,2,0.12,0.5,0.001\n");

        ImportSummary summary = run("option-chain-csv");

        assertThat(summary.rejected()).as("a crossed row and a stale file").isEqualTo(2);
        List<ChainSlice> slices = read(Topics.CHAINS);
        assertThat(slices).hasSize(1);
        ChainSlice slice = slices.get(0);
        assertThat(slice.eventTimeMillis()).isEqualTo(at("2019-04-25T20:00:00Z"));
        assertThat(slice.rows().get(0).contract().root()).isEqualTo("SPXW");
        assertThat(slice.rows().get(0).contract().expiryTimeMillis())
                .as("closes with its expiry day")
                .isEqualTo(at("2019-05-17T20:00:00Z"));
        assertThat(slice.rows().get(1).contract().expiryTimeMillis())
                .as("settles at the open")
                .isEqualTo(at("2019-05-17T13:30:00Z"));
        assertThat(slice.rows().get(0).impliedVolAnnual()).isEqualTo(0.12);
        assertThat(slice.rows().get(1).impliedVolAnnual()).as("0.02 says none").isNull();
        assertThat(read(Topics.UNDERLYINGS).get(0).price()).isEqualTo(2919.04);
    }

    private static final String CHAIN_HEADER =
            "underlying,underlying_last,exchange,optionroot,type,expiration,quotedate,strike,last,"
                    + "net,bid,ask,volume,openinterest,impliedvol,delta,gamma\n";

    @Test
    void headlinesAreKnownAtTheEndOfTheirDay() throws IOException {
        file(
                "cnbc_headlines.csv",
                "date,headlines\n2020-07-17,\"Rates, \"\"up\"\" again\"\n2020-07-16,Older\n,none\n");

        ImportSummary summary = run("headlines-csv");

        assertThat(summary.rejected()).isEqualTo(1);
        List<NewsItem> news = read(Topics.NEWS);
        assertThat(news.get(0).headline()).isEqualTo("Older");
        assertThat(news.get(1).headline()).isEqualTo("Rates, \"up\" again");
        assertThat(news.get(1).receivedTimeMillis()).isEqualTo(at("2020-07-18T03:59:59.999Z"));
    }

    @Test
    void macroFiguresAreKnownOnlyAfterTheSlowestOfTheirKind() throws IOException {
        file("CPI.csv", "date,value\n2020-01-01,258\n2020-02-01,\n2020-03-01,259.5\n");

        ImportSummary summary = run("macro-csv");

        assertThat(summary.empty()).isEqualTo(1);
        List<MacroRelease> figures = read(Topics.MACRO);
        assertThat(figures.get(0).releaseTimeMillis()).isGreaterThan(at("2020-03-31T00:00:00Z"));
        assertThat(figures.get(1).actual()).isEqualTo(259.5);
        assertThat(figures.get(1).prior()).isEqualTo(258);
    }

    @Test
    void tickZipsMarkWhatWasPrintedOffExchange() throws IOException {
        Path zip = source().resolve("20131008_trade.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("20131008_spy_Trade_Tick.csv"));
            out.write(
                    """
                34200000,1674200,210,Q,2000,0
                34200001,1674300,100,D,1,0
                34200002,1674300,100,D,1,1
                """
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        ImportSummary summary = run("lean-tick");

        assertThat(summary.rejected()).as("marked suspicious").isEqualTo(1);
        List<Trade> trades = read(Topics.TRADES);
        assertThat(trades).extracting(Trade::offExchange).containsExactly(false, true);
        assertThat(trades.get(0).price()).isCloseTo(167.42, within(1e-9));
        assertThat(trades.get(0).eventTimeMillis()).isEqualTo(at("2013-10-08T13:30:00Z"));
    }

    @Test
    void lobsterMessagesMoveTheBook() throws IOException {
        file(
                "AAPL_2012-06-21_0930_message_10.csv",
                """
                \uFEFF34200.5,1,1,18,5853300,1
                34200.6,4,2,50,5859400,-1
                34200.7,5,0,7,5856000,1
                34200.8,3,9,150,5859400,-1
                34200.9,9,9,1,1,1
                """);
        file("AAPL_2012-06-21_0930_orderbook_10.csv", "5859400,200,5853300,18,5859800,20,1,1\n");

        ImportSummary summary = run("lobster");

        assertThat(summary.rejected()).isEqualTo(1);
        List<Depth> depths = read(Topics.DEPTH);
        assertThat(depths).hasSize(3);
        assertThat(depths.get(0).asks().size(0)).isEqualTo(200);
        assertThat(depths.get(1).asks().size(0)).isEqualTo(150);
        assertThat(depths.get(2).asks().price(0)).isEqualTo(585.98);
        List<Trade> trades = read(Topics.TRADES);
        assertThat(trades.get(0).aggressor().sign()).isEqualTo(1);
        assertThat(trades.get(1).aggressor().sign()).isEqualTo(-1);
        assertThat(trades.get(1).conditions()).isEqualTo("HIDDEN");
    }

    @Test
    void whatCannotBeImportedIsSaidInOneSentence() {
        assertThatThrownBy(() -> run("fax"))
                .isInstanceOf(UnusableRecordingException.class)
                .hasMessageStartingWith("need one of the formats [lobster, ");
        assertThatThrownBy(() -> run("lobster"))
                .isInstanceOf(UnusableRecordingException.class)
                .hasMessageStartingWith("need SYMBOL_DATE");
    }
}

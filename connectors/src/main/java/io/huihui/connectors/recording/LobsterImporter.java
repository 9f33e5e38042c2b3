package io.huihui.connectors.recording;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.Require;
import io.huihui.models.event.Aggressor;
import io.huihui.models.event.BookSide;
import io.huihui.models.event.Depth;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * LOBSTER messages: depth of ten levels, quotes and prints of NASDAQ. The book before the first
 * message is not in the messages; it is taken from the first row of the recorded book, which stands
 * after the first message. The widest message file is used: one cut to ten levels does not say what
 * lies below them when they move up.
 */
public final class LobsterImporter implements RecordingImporter {

    static final int LEVELS = 10;

    private static final String SOURCE = "lobster";
    private static final Pattern NAME =
            Pattern.compile("([A-Z.]+)_(\\d{4}-\\d{2}-\\d{2})_.*message.*\\.csv");
    private static final Pattern BOOK = Pattern.compile(".*orderbook.*\\.csv");
    private static final int HALT = 7;
    private static final double MILLIS_PER_SECOND = 1_000;

    @Override
    public String format() {
        return "lobster";
    }

    @Override
    public String description() {
        return "folder with SYMBOL_DATE_..._message_....csv and, to begin from, ..._orderbook_....csv";
    }

    @Override
    public void read(Path source, ImportTarget target, Progress progress) throws IOException {
        Path messages =
                RecordingFiles.of(
                                source,
                                name -> NAME.matcher(name).matches(),
                                "SYMBOL_DATE_..._message_....csv")
                        .stream()
                        .max(Comparator.comparingLong(LobsterImporter::size))
                        .orElseThrow();
        Matcher name = NAME.matcher(messages.getFileName().toString());
        if (!name.matches()) {
            throw new UnusableRecordingException(
                    "need a file named SYMBOL_DATE_..._message_....csv, was " + messages);
        }
        Replay replay = new Replay(name.group(1), LocalDate.parse(name.group(2)), messages, target);
        replay.run(seed(messages), progress);
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static Optional<long[]> seed(Path messages) throws IOException {
        Path folder = messages.toAbsolutePath().getParent();
        try (var files = Files.list(folder)) {
            Optional<Path> book =
                    files.filter(file -> BOOK.matcher(file.getFileName().toString()).matches())
                            .sorted()
                            .findFirst();
            if (book.isEmpty()) {
                return Optional.empty();
            }
            try (CsvReader csv = CsvReader.open(book.get())) {
                List<String> row = csv.next();
                return Optional.ofNullable(row).map(LobsterImporter::levels);
            }
        }
    }

    static long[] levels(List<String> row) {
        return row.stream().mapToLong(text -> ProviderNumber.parseWhole("level", text)).toArray();
    }

    /** One pass over the messages. */
    private static final class Replay {
        private final String symbol;
        private final long midnight;
        private final Path file;
        private final ImportTarget target;
        private final LobsterBook book = new LobsterBook();
        private BookSide bids = BookSide.empty();
        private BookSide asks = BookSide.empty();
        private Quote quote;

        Replay(String symbol, LocalDate date, Path file, ImportTarget target) {
            this.symbol = symbol;
            this.midnight = NewYorkTime.midnight(date);
            this.file = file;
            this.target = target;
        }

        void run(Optional<long[]> seed, Progress progress) throws IOException {
            try (CsvReader csv = CsvReader.open(file)) {
                for (List<String> row = csv.next(); row != null; row = csv.next()) {
                    try {
                        message(row, csv.line(), seed);
                    } catch (InvalidRecordException refused) {
                        target.reject(file, csv.line(), refused.getMessage(), csv.row());
                    }
                    progress.at(file, csv.line());
                }
            }
        }

        private void message(List<String> row, long line, Optional<long[]> seed)
                throws IOException {
            double seconds = ProviderNumber.parse("time", CsvColumns.field(row, 0));
            int type = (int) ProviderNumber.parseWhole("type", CsvColumns.field(row, 1));
            long size = ProviderNumber.parseWhole("size", CsvColumns.field(row, 3));
            long price = ProviderNumber.parseWhole("price", CsvColumns.field(row, 4));
            int direction = (int) ProviderNumber.parseWhole("direction", CsvColumns.field(row, 5));
            Require.that(type >= 1 && type <= HALT, "a message type of 1..7", "type=" + type);
            long time = midnight + (long) Math.floor(seconds * MILLIS_PER_SECOND);
            if (line == 1 && seed.isPresent()) {
                book.seed(seed.get());
            } else {
                book.apply(type, size, price, direction);
            }
            if (type == LobsterBook.EXECUTED || type == LobsterBook.EXECUTED_HIDDEN) {
                target.write(print(type, time, line, price, size, direction));
            }
            show(time, line);
        }

        private Trade print(int type, long time, long line, long price, long size, int direction) {
            return new Trade(
                    symbol,
                    time,
                    SOURCE,
                    line,
                    price / LobsterBook.PRICE_SCALE,
                    size,
                    direction == 1 ? Aggressor.SELL : Aggressor.BUY,
                    "Q",
                    false,
                    type == LobsterBook.EXECUTED_HIDDEN ? "HIDDEN" : "");
        }

        /** Sends what has changed of the ten best levels and of the best. */
        private void show(long time, long line) throws IOException {
            BookSide newBids = book.bids(LEVELS);
            BookSide newAsks = book.asks(LEVELS);
            if (newBids.equals(bids) && newAsks.equals(asks)) {
                return;
            }
            Depth depth = new Depth(symbol, time, SOURCE, line, newBids, newAsks);
            bids = newBids;
            asks = newAsks;
            target.write(depth);
            if (bids.levels() > 0 && asks.levels() > 0) {
                Quote best =
                        new Quote(
                                symbol,
                                time,
                                SOURCE,
                                line,
                                bids.price(0),
                                bids.size(0),
                                asks.price(0),
                                asks.size(0));
                if (quote == null || !sameMarket(best, quote)) {
                    quote = best;
                    target.write(best);
                }
            }
        }

        private static boolean sameMarket(Quote one, Quote other) {
            return one.bid() == other.bid()
                    && one.ask() == other.ask()
                    && one.bidSize() == other.bidSize()
                    && one.askSize() == other.askSize();
        }
    }
}

package io.huihui.connectors.recording;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.UnderlyingSnapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * End-of-day option chains, one row per contract with the columns of CBOE's delayed quotes. A chain
 * is timed at the close of its quote date. A file whose quote date is not that of its name, or not
 * a trading day, is a stale copy and is refused as a whole.
 */
public final class OptionChainImporter implements RecordingImporter {

    /** Rows per slice: about 100 kB, a tenth of what a broker takes in one message. */
    private static final int ROWS_PER_SLICE = 500;

    private static final String SOURCE = "option-chain";
    private static final Pattern DATED = Pattern.compile(".*_(\\d{8})\\.csv(\\.gz)?");
    private static final TradingCalendar CALENDAR = TradingCalendar.newYork();

    @Override
    public String format() {
        return "option-chain-csv";
    }

    @Override
    public String description() {
        return "CSV files, gzipped or not, with the columns underlying, underlying_last, optionroot,"
                + " type, expiration, quotedate, strike, bid, ask, ...";
    }

    @Override
    public void read(Path source, ImportTarget target, Progress progress) throws IOException {
        List<Path> files =
                RecordingFiles.of(
                        source,
                        name -> name.endsWith(".csv") || name.endsWith(".csv.gz"),
                        "option chains as .csv or .csv.gz");
        Chains chains = new Chains(target);
        for (Path file : files) {
            chains.file(file, progress);
        }
    }

    /** One pass over files, chain by chain. */
    private static final class Chains {
        private final ImportTarget target;
        private final List<ContractRow> rows = new ArrayList<>();
        private String underlying;
        private LocalDate quoteDate;
        private double underlyingPrice;
        private long sequence;

        Chains(ImportTarget target) {
            this.target = target;
        }

        void file(Path file, Progress progress) throws IOException {
            try (CsvReader csv = CsvReader.open(file)) {
                List<String> header = csv.next();
                if (header == null) {
                    return;
                }
                ChainColumns columns = new ChainColumns(new CsvColumns(header));
                for (List<String> row = csv.next(); row != null; row = csv.next()) {
                    try {
                        if (isStale(file, columns.quoteDate(row))) {
                            reject(file, csv);
                            break;
                        }
                        row(columns, row);
                    } catch (InvalidRecordException refused) {
                        target.reject(file, csv.line(), refused.getMessage(), csv.row());
                    }
                    progress.at(file, csv.line());
                }
            }
            flush();
        }

        private void reject(Path file, CsvReader csv) throws IOException {
            target.reject(
                    file,
                    csv.line(),
                    "need quotes of the file's own trading day, was a copy of another; the whole"
                            + " file is left out",
                    csv.row());
        }

        private static boolean isStale(Path file, LocalDate quoteDate) {
            Matcher dated = DATED.matcher(file.getFileName().toString());
            boolean copied =
                    dated.matches()
                            && !LocalDate.parse(dated.group(1), DateTimeFormatter.BASIC_ISO_DATE)
                                    .equals(quoteDate);
            return copied || !CALENDAR.isTradingDay(quoteDate.toEpochDay());
        }

        private void row(ChainColumns columns, List<String> row) throws IOException {
            String symbol = columns.underlying(row);
            LocalDate date = columns.quoteDate(row);
            if (!symbol.equals(underlying) || !date.equals(quoteDate)) {
                flush();
                underlying = symbol;
                quoteDate = date;
                underlyingPrice = columns.underlyingPrice(row);
            }
            rows.add(columns.contractRow(row));
        }

        private void flush() throws IOException {
            if (rows.isEmpty()) {
                return;
            }
            long time = CALENDAR.closeMillis(quoteDate.toEpochDay());
            sequence++;
            target.write(
                    new UnderlyingSnapshot(
                            underlying,
                            time,
                            SOURCE,
                            sequence,
                            underlyingPrice,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null));
            int slices = (rows.size() + ROWS_PER_SLICE - 1) / ROWS_PER_SLICE;
            for (int slice = 0; slice < slices; slice++) {
                int from = slice * ROWS_PER_SLICE;
                int to = Math.min(rows.size(), from + ROWS_PER_SLICE);
                sequence++;
                target.write(
                        new ChainSlice(
                                underlying,
                                time,
                                SOURCE,
                                sequence,
                                underlyingPrice,
                                slice,
                                slices,
                                rows.subList(from, to)));
            }
            rows.clear();
        }
    }
}

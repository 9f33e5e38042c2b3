package io.huihui.connectors.recording;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.Require;
import io.huihui.models.event.Aggressor;
import io.huihui.models.event.Trade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * LEAN tick zips of equity trades: milliseconds since midnight in New York, price x 10,000, shares,
 * venue, sale conditions, suspicious. Venue D is the trade reporting facility: off exchange.
 */
public final class LeanTickImporter implements RecordingImporter {

    private static final String SOURCE = "lean";
    private static final Pattern NAME = Pattern.compile("(\\d{8})_trade\\.zip");
    private static final Pattern ENTRY = Pattern.compile("\\d{8}_([A-Za-z.]+)_Trade_Tick\\.csv");
    private static final double PRICE_SCALE = 10_000.0;
    private static final String OFF_EXCHANGE = "D";

    @Override
    public String format() {
        return "lean-tick";
    }

    @Override
    public String description() {
        return "YYYYMMDD_trade.zip files of LEAN's equity tick folder";
    }

    @Override
    public void read(Path source, ImportTarget target, Progress progress) throws IOException {
        List<Path> files =
                RecordingFiles.of(
                        source, name -> NAME.matcher(name).matches(), "YYYYMMDD_trade.zip files");
        long sequence = 0;
        for (Path file : files) {
            sequence = zip(file, sequence, target, progress);
        }
    }

    private static long zip(Path file, long sequence, ImportTarget target, Progress progress)
            throws IOException {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new UnusableRecordingException("need YYYYMMDD_trade.zip, was " + file);
        }
        long midnight =
                NewYorkTime.midnight(
                        LocalDate.parse(name.group(1), DateTimeFormatter.BASIC_ISO_DATE));
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            ZipEntry entry = zip.getNextEntry();
            Matcher csvName = ENTRY.matcher(entry == null ? "" : entry.getName());
            if (!csvName.matches()) {
                throw new UnusableRecordingException(
                        "need YYYYMMDD_symbol_Trade_Tick.csv in " + file + ", was another entry");
            }
            String symbol = csvName.group(1).toUpperCase(Locale.ROOT);
            return rows(CsvReader.of(zip), symbol, midnight, file, sequence, target, progress);
        }
    }

    private static long rows(
            CsvReader csv,
            String symbol,
            long midnight,
            Path file,
            long first,
            ImportTarget target,
            Progress progress)
            throws IOException {
        long sequence = first;
        for (List<String> row = csv.next(); row != null; row = csv.next()) {
            sequence++;
            try {
                target.write(trade(symbol, midnight, sequence, row));
            } catch (InvalidRecordException refused) {
                target.reject(file, csv.line(), refused.getMessage(), csv.row());
            }
            progress.at(file, csv.line());
        }
        return sequence;
    }

    static Trade trade(String symbol, long midnight, long sequence, List<String> row) {
        String suspicious = CsvColumns.field(row, 5);
        Require.that(
                suspicious.equals("0"),
                "a print the recording does not call suspicious",
                "suspicious=" + suspicious);
        String venue = CsvColumns.field(row, 3);
        return new Trade(
                symbol,
                midnight + ProviderNumber.parseWhole("time", CsvColumns.field(row, 0)),
                SOURCE,
                sequence,
                ProviderNumber.parse("price", CsvColumns.field(row, 1)) / PRICE_SCALE,
                ProviderNumber.parse("size", CsvColumns.field(row, 2)),
                Aggressor.UNKNOWN,
                venue,
                venue.equals(OFF_EXCHANGE),
                CsvColumns.field(row, 4));
    }
}

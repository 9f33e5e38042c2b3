package io.huihui.connectors.recording;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.graph.SectorMembership;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which symbol belonged to which sector: comma-separated values with a header, columns symbol,
 * sector, from and, where it ended, until; days in New York, until exclusive.
 */
public final class SectorFile {

    private SectorFile() {}

    /**
     * Returns the rows of a file in their order.
     *
     * @throws UnusableRecordingException when a column is missing or a row is wrong, with its line
     */
    public static List<SectorMembership> read(Path file) throws IOException {
        List<SectorMembership> memberships = new ArrayList<>();
        try (CsvReader csv = CsvReader.open(file)) {
            List<String> header = csv.next();
            CsvColumns columns = new CsvColumns(header == null ? List.of() : header);
            int symbol = columns.require("symbol");
            int sector = columns.require("sector");
            int from = columns.require("from");
            int until = columns.find("until");
            for (List<String> row = csv.next(); row != null; row = csv.next()) {
                try {
                    String end = until < 0 || until >= row.size() ? "" : row.get(until).trim();
                    memberships.add(
                            new SectorMembership(
                                    CsvColumns.field(row, symbol).trim(),
                                    CsvColumns.field(row, sector).trim(),
                                    day("from", CsvColumns.field(row, from).trim()),
                                    end.isEmpty() ? null : day("until", end)));
                } catch (InvalidRecordException refused) {
                    throw new UnusableRecordingException(
                            refused.getMessage() + " in line " + csv.line() + " of " + file);
                }
            }
        }
        return memberships;
    }

    private static long day(String column, String text) {
        return NewYorkTime.midnight(NewYorkTime.date(column, text));
    }
}

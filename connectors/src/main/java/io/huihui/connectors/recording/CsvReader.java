package io.huihui.connectors.recording;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads rows of comma-separated values (RFC 4180: quotes, doubled quotes, line ends within quotes),
 * from plain and gzipped files, with or without a byte-order mark.
 */
final class CsvReader implements AutoCloseable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** A quote that is still open after so many lines was never meant to be one. */
    private static final int MOST_LINES = 50;

    private final BufferedReader reader;
    private long line;
    private long rowLine;
    private String row = "";

    private CsvReader(InputStream in) {
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    static CsvReader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        return of(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in);
    }

    static CsvReader of(InputStream in) {
        return new CsvReader(in);
    }

    /** Returns the fields of the next row, or null at the end. Blank lines are passed over. */
    List<String> next() throws IOException {
        do {
            row = reader.readLine();
            line++;
        } while (row != null && row.isBlank());
        if (row == null) {
            return null;
        }
        rowLine = line;
        if (rowLine == 1 && row.charAt(0) == BYTE_ORDER_MARK) {
            row = row.substring(1);
        }
        for (int lines = 1; lines < MOST_LINES && isOpen(row); lines++) {
            String more = reader.readLine();
            if (more == null) {
                break;
            }
            line++;
            row = row + "\n" + more;
        }
        return split(row);
    }

    /** Number of the line on which the last row began, from 1. */
    long line() {
        return rowLine;
    }

    /** The last row as it stands in the file. */
    String row() {
        return row;
    }

    private static boolean isOpen(String text) {
        return text.chars().filter(character -> character == '"').count() % 2 == 1;
    }

    static List<String> split(String row) {
        List<String> fields = new ArrayList<>();
        if (row.indexOf('"') < 0) {
            int from = 0;
            for (int comma = row.indexOf(','); comma >= 0; comma = row.indexOf(',', from)) {
                fields.add(row.substring(from, comma));
                from = comma + 1;
            }
            fields.add(row.substring(from));
            return fields;
        }
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char character = row.charAt(i);
            if (character == '"') {
                boolean doubled = quoted && i + 1 < row.length() && row.charAt(i + 1) == '"';
                if (doubled) {
                    field.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (character == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

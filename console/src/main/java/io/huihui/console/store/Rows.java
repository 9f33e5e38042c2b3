package io.huihui.console.store;

import io.huihui.console.view.NamedValue;
import io.huihui.console.view.ThesisRow;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the kinds of columns that the tables have. */
final class Rows {

    private Rows() {}

    static OffsetDateTime time(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
    }

    static long millis(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toEpochMilli();
    }

    static Double realOrNull(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    static Long bigintOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) array(row, column).getArray());
    }

    static List<Double> reals(ResultSet row, String column) throws SQLException {
        return Arrays.asList((Double[]) array(row, column).getArray());
    }

    /** Returns names and numbers of two columns side by side. */
    static List<NamedValue> named(ResultSet row, String names, String values) throws SQLException {
        List<String> labels = texts(row, names);
        List<Double> numbers = reals(row, values);
        List<NamedValue> named = new ArrayList<>(labels.size());
        for (int i = 0; i < labels.size(); i++) {
            named.add(new NamedValue(labels.get(i), numbers.get(i)));
        }
        return named;
    }

    /**
     * Returns the probabilities of a horizon.
     *
     * @param suffix of the columns, e.g. {@code _5m}
     */
    static ThesisRow thesis(ResultSet row, int minutes, String suffix) throws SQLException {
        return new ThesisRow(
                minutes,
                row.getDouble("up" + suffix),
                row.getDouble("down" + suffix),
                row.getDouble("flat" + suffix));
    }

    private static Array array(ResultSet row, String column) throws SQLException {
        return row.getArray(column);
    }
}

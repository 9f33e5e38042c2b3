package io.huihui.connectors.postgres;

import io.huihui.models.Require;

import java.util.ArrayList;
import java.util.List;

/** Collects the columns of a {@link PostgresTable} in the order in which they are written. */
public final class PostgresTableBuilder<T> {

    final String name;
    final List<PostgresColumn<T>> columns = new ArrayList<>();
    final List<String> preparation = new ArrayList<>();
    List<String> key = List.of();
    String versionColumn;

    PostgresTableBuilder(String name) {
        this.name = identifier(name);
    }

    public PostgresTableBuilder<T> text(String column, Getters.Text<T> getter) {
        return add(
                column,
                PostgresType.TEXT,
                (row, out) -> out.addText(Require.present(column, getter.of(row))));
    }

    public PostgresTableBuilder<T> textOrMissing(String column, Getters.Text<T> getter) {
        return add(
                column,
                PostgresType.TEXT,
                (row, out) -> {
                    String value = getter.of(row);
                    if (value == null) {
                        out.addNull();
                    } else {
                        out.addText(value);
                    }
                });
    }

    public PostgresTableBuilder<T> texts(String column, Getters.Texts<T> getter) {
        return add(
                column,
                PostgresType.TEXT_ARRAY,
                (row, out) -> {
                    List<String> values = getter.of(row);
                    int at = out.startArray(PostgresType.TEXT.oid(), values.size(), false);
                    values.forEach(out::addText);
                    out.endArray(at);
                });
    }

    /** Adds a {@code timestamptz} column; the getter reads milliseconds since 1970. */
    public PostgresTableBuilder<T> time(String column, Getters.Whole<T> getter) {
        return add(column, PostgresType.TIME, (row, out) -> out.addTime(getter.of(row)));
    }

    /** Adds a {@code timestamptz} column that may be NULL. */
    public PostgresTableBuilder<T> timeOrMissing(String column, Getters.WholeOrMissing<T> getter) {
        return add(
                column,
                PostgresType.TIME,
                (row, out) -> {
                    Long value = getter.of(row);
                    if (value == null) {
                        out.addNull();
                    } else {
                        out.addTime(value);
                    }
                });
    }

    /** Adds an {@code integer} column; a value beyond its range is refused. */
    public PostgresTableBuilder<T> integer(String column, Getters.Whole<T> getter) {
        return add(
                column,
                PostgresType.INTEGER,
                (row, out) -> out.addInteger(Math.toIntExact(getter.of(row))));
    }

    public PostgresTableBuilder<T> bigint(String column, Getters.Whole<T> getter) {
        return add(column, PostgresType.BIGINT, (row, out) -> out.addBigint(getter.of(row)));
    }

    public PostgresTableBuilder<T> bigintOrMissing(
            String column, Getters.WholeOrMissing<T> getter) {
        return add(
                column,
                PostgresType.BIGINT,
                (row, out) -> {
                    Long value = getter.of(row);
                    if (value == null) {
                        out.addNull();
                    } else {
                        out.addBigint(value);
                    }
                });
    }

    public PostgresTableBuilder<T> real(String column, Getters.Real<T> getter) {
        return add(
                column,
                PostgresType.DOUBLE,
                (row, out) -> out.addDouble(Require.finite(column, getter.of(row))));
    }

    public PostgresTableBuilder<T> realOrMissing(String column, Getters.RealOrMissing<T> getter) {
        return add(
                column,
                PostgresType.DOUBLE,
                (row, out) -> {
                    Double value = getter.of(row);
                    if (value == null) {
                        out.addNull();
                    } else {
                        out.addDouble(Require.finite(column, value.doubleValue()));
                    }
                });
    }

    /** Adds an array of numbers; NaN, which means missing, is stored as NULL. */
    public PostgresTableBuilder<T> reals(String column, Getters.Reals<T> getter) {
        return add(column, PostgresType.DOUBLE_ARRAY, (row, out) -> addReals(getter.of(row), out));
    }

    public PostgresTableBuilder<T> flag(String column, Getters.Flag<T> getter) {
        return add(column, PostgresType.BOOLEAN, (row, out) -> out.addBoolean(getter.of(row)));
    }

    /** Says which columns make the primary key. */
    public PostgresTableBuilder<T> key(String... columnNames) {
        key = List.of(columnNames);
        return this;
    }

    /** Says that a row with a larger value in this column replaces the one with the same key. */
    public PostgresTableBuilder<T> newestBy(String column) {
        versionColumn = column;
        return this;
    }

    /** Adds a statement, idempotent, that a writer runs once before its first batch. */
    public PostgresTableBuilder<T> prepare(String statement) {
        preparation.add(statement);
        return this;
    }

    public PostgresTable<T> build() {
        List<String> names = columns.stream().map(PostgresColumn::name).toList();
        Require.that(
                !key.isEmpty() && names.containsAll(key),
                "a key made of columns of " + name,
                "key=" + key + " columns=" + names);
        Require.that(
                versionColumn == null || names.contains(versionColumn),
                "a version column of " + name,
                "newestBy=" + versionColumn + " columns=" + names);
        return new PostgresTable<>(this);
    }

    private PostgresTableBuilder<T> add(
            String column, PostgresType type, PostgresColumn.Field<T> field) {
        columns.add(new PostgresColumn<>(identifier(column), type, field));
        return this;
    }

    private static void addReals(double[] values, CopyBuffer out) {
        boolean hasNull = false;
        for (double value : values) {
            hasNull |= Double.isNaN(value);
        }
        int at = out.startArray(PostgresType.DOUBLE.oid(), values.length, hasNull);
        for (double value : values) {
            if (Double.isNaN(value)) {
                out.addNull();
            } else {
                out.addDouble(Require.finite("array element", value));
            }
        }
        out.endArray(at);
    }

    /** Names stand in SQL unquoted, so they must be plain. */
    private static String identifier(String name) {
        Require.that(
                name.matches("[a-z][a-z0-9_]{0,50}"),
                "a name of lower-case letters, digits and _",
                "name=" + name);
        return name;
    }
}

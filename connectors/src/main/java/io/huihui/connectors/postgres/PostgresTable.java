package io.huihui.connectors.postgres;

import io.huihui.models.InvalidRecordException;

import java.io.Serializable;
import java.util.List;

/**
 * A table of schema {@code huihui}: its typed columns, how a record fills them, and the key by
 * which a repeated row is recognised. Rows are facts: the first writing of a key stands, unless
 * {@link PostgresTableBuilder#newestBy} says by which column a later version replaces it.
 */
public final class PostgresTable<T> implements Serializable {

    private static final long serialVersionUID = 1L;

    /** All tables of this project are there. */
    public static final String SCHEMA = "huihui";

    private final String name;
    private final List<PostgresColumn<?>> columns;
    private final Rows<T> rows;
    private final List<String> key;
    private final String versionColumn;
    private final List<String> preparation;

    /** Writes the rows of a record and returns how many they are. */
    @FunctionalInterface
    private interface Rows<T> extends Serializable {
        int write(T row, CopyBuffer out);
    }

    PostgresTable(PostgresTableBuilder<T> builder) {
        name = builder.name;
        List<PostgresColumn<T>> written = List.copyOf(builder.columns);
        columns = List.copyOf(written);
        rows = (row, out) -> writeRow(written, row, out);
        key = List.copyOf(builder.key);
        versionColumn = builder.versionColumn;
        preparation = List.copyOf(builder.preparation);
    }

    private PostgresTable(PostgresTable<?> shape, Rows<T> rows) {
        this.name = shape.name;
        this.columns = shape.columns;
        this.rows = rows;
        this.key = shape.key;
        this.versionColumn = shape.versionColumn;
        this.preparation = shape.preparation;
    }

    /** Returns an empty table to be described; {@code name} is without the schema. */
    public static <T> PostgresTableBuilder<T> named(String name) {
        return new PostgresTableBuilder<>(name);
    }

    /** Returns this table, filled by records that have a list of its rows each. */
    public <P> PostgresTable<P> filledBy(Getters.Parts<P, T> parts) {
        Rows<T> each = rows;
        return new PostgresTable<>(
                this,
                (whole, out) -> {
                    int written = 0;
                    for (T part : parts.of(whole)) {
                        written += each.write(part, out);
                    }
                    return written;
                });
    }

    /** Returns the name without the schema. */
    public String name() {
        return name;
    }

    String qualifiedName() {
        return SCHEMA + "." + name;
    }

    List<PostgresColumn<?>> columns() {
        return columns;
    }

    List<String> columnNames() {
        return columns.stream().map(PostgresColumn::name).toList();
    }

    List<String> key() {
        return key;
    }

    /** Returns the column that orders the versions of a row; null when the first one stands. */
    String versionColumn() {
        return versionColumn;
    }

    /**
     * Returns the event time in the key, by which the table is partitioned; null when the key has
     * none, and the table lies in one piece.
     */
    String timeColumn() {
        return columns.stream()
                .filter(column -> column.type() == PostgresType.TIME && key.contains(column.name()))
                .map(PostgresColumn::name)
                .findFirst()
                .orElse(null);
    }

    /** Returns statements that a writer runs once before its first batch; each is idempotent. */
    List<String> preparation() {
        return preparation;
    }

    /**
     * Writes the rows of a record and returns how many they are.
     *
     * @throws InvalidRecordException when a value cannot be stored; the buffer is then as before
     */
    int encode(T row, CopyBuffer out) {
        int before = out.size();
        try {
            return rows.write(row, out);
        } catch (RuntimeException refused) {
            out.truncate(before);
            throw refused;
        }
    }

    private static <R> int writeRow(List<PostgresColumn<R>> columns, R row, CopyBuffer out) {
        out.startRow(columns.size());
        for (PostgresColumn<R> column : columns) {
            column.field().write(row, out);
        }
        return 1;
    }
}

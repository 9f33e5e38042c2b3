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
    private final List<PostgresColumn<T>> columns;
    private final List<String> key;
    private final String versionColumn;
    private final List<String> preparation;

    PostgresTable(PostgresTableBuilder<T> builder) {
        name = builder.name;
        columns = List.copyOf(builder.columns);
        key = List.copyOf(builder.key);
        versionColumn = builder.versionColumn;
        preparation = List.copyOf(builder.preparation);
    }

    /** Returns an empty table to be described; {@code name} is without the schema. */
    public static <T> PostgresTableBuilder<T> named(String name) {
        return new PostgresTableBuilder<>(name);
    }

    /** Returns the name without the schema. */
    public String name() {
        return name;
    }

    String qualifiedName() {
        return SCHEMA + "." + name;
    }

    List<PostgresColumn<T>> columns() {
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

    /** Returns statements that a writer runs once before its first batch; each is idempotent. */
    List<String> preparation() {
        return preparation;
    }

    /**
     * Writes one row.
     *
     * @throws InvalidRecordException when a value cannot be stored; the buffer is then as before
     */
    void encode(T row, CopyBuffer out) {
        int before = out.size();
        try {
            out.startRow(columns.size());
            for (PostgresColumn<T> column : columns) {
                column.field().write(row, out);
            }
        } catch (RuntimeException refused) {
            out.truncate(before);
            throw refused;
        }
    }
}

package io.huihui.connectors.postgres;

import io.huihui.models.Require;

/**
 * The rows of one record in one table, as COPY takes them. They are made where the record is, so
 * that one writer can take the rows of all tables, and what travels to it is bytes.
 */
public final class EncodedRows {

    private final String table;
    private final int rows;
    private final byte[] bytes;

    /**
     * Takes rows over.
     *
     * @param table its name without the schema
     * @param rows how many, at least one
     * @param bytes field counts, lengths and fields of all of them, without header and trailer; not
     *     copied
     */
    EncodedRows(String table, int rows, byte[] bytes) {
        Require.that(rows > 0, "rows > 0", () -> "rows=" + rows);
        this.table = Require.text("table", table);
        this.rows = rows;
        this.bytes = Require.present("bytes", bytes);
    }

    /** Returns the table's name without the schema. */
    public String table() {
        return table;
    }

    /** Returns how many rows they are. */
    public int rows() {
        return rows;
    }

    /** Returns the bytes, which nobody changes. */
    byte[] bytes() {
        return bytes;
    }
}

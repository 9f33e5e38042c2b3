package io.huihui.connectors.postgres;

import java.io.Serializable;
import java.util.function.Consumer;

/** Makes of each record its rows in one table, for whoever writes them. For one thread. */
public final class RowEncoder<T> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final PostgresTable<T> table;
    private transient CopyBuffer buffer;

    public RowEncoder(PostgresTable<T> table) {
        this.table = table;
    }

    /**
     * Gives the rows of a record to whoever writes them; nothing when it has none.
     *
     * @throws io.huihui.models.InvalidRecordException when a value cannot be stored
     */
    public void encode(T record, Consumer<EncodedRows> out) {
        if (buffer == null) {
            buffer = new CopyBuffer();
        }
        buffer.clear();
        int rows = table.encode(record, buffer);
        if (rows > 0) {
            out.accept(new EncodedRows(table.name(), rows, buffer.rows()));
        }
    }
}

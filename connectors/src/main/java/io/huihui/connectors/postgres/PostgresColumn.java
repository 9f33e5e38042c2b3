package io.huihui.connectors.postgres;

import java.io.Serializable;

/**
 * One typed column and how a row fills it.
 *
 * @param field writes exactly one field
 */
record PostgresColumn<T>(String name, PostgresType type, Field<T> field) implements Serializable {

    /** Writes one field of a row. */
    @FunctionalInterface
    interface Field<T> extends Serializable {
        void write(T row, CopyBuffer out);
    }
}

package io.huihui.connectors.batch;

import java.io.IOException;

/**
 * A store that takes rows in batches. Sending must be idempotent: a batch may be sent twice when
 * the answer to the first time was lost.
 */
public interface BatchTarget<T> extends AutoCloseable {

    /**
     * Encodes one row into the pending batch.
     *
     * @throws io.huihui.models.InvalidRecordException when the store cannot hold the row; the
     *     pending batch is then as before
     */
    void add(T row);

    /** Returns the number of rows in the pending batch. */
    int rows();

    /** Returns the encoded size of the pending batch. */
    int bytes();

    /**
     * Sends the pending batch as one transaction and keeps it, so that it can be sent again.
     *
     * @return rows that the store did not have yet
     * @throws StoreUnavailableException when trying again can help
     * @throws InvalidTargetException when only an operator can help
     * @throws IOException when the store refused the batch for good
     */
    long send() throws IOException;

    /** Forgets the pending batch. */
    void clear();

    /** Returns what is written to, for sentences: the store, its address, the table. */
    String name();

    @Override
    void close();
}

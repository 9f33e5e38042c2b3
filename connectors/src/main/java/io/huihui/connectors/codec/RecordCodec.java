package io.huihui.connectors.codec;

import org.apache.avro.Schema;

/**
 * Turns records of one type into bytes and back. The bytes are Avro single-object encoding: {@code
 * C3 01}, the CRC-64-AVRO fingerprint of the writer's schema (8 bytes, little-endian), the body.
 *
 * <p>A codec keeps buffers and caches, so each thread has its own.
 */
public interface RecordCodec<T> {

    /** The schema this codec writes. */
    Schema schema();

    /** Returns the bytes of {@code value}. */
    byte[] encode(T value);

    /**
     * Returns the record that stands in {@code bytes[offset .. offset + length)}, whichever known
     * version of the schema wrote it.
     *
     * @throws UndecodableException when the bytes are not exactly one valid record
     */
    T decode(byte[] bytes, int offset, int length) throws UndecodableException;

    /** As {@link #decode(byte[], int, int)}, over the whole array. */
    default T decode(byte[] bytes) throws UndecodableException {
        return decode(bytes, 0, bytes.length);
    }
}

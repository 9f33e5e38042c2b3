package io.huihui.connectors.codec;

import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Locale;

/** The header of Avro single-object encoding: two marker bytes and the schema's fingerprint. */
final class SingleObject {

    /** Marker (2 bytes) and fingerprint (8 bytes) before every body. */
    static final int HEADER_BYTES = 10;

    static final byte MARKER_0 = (byte) 0xC3;
    static final byte MARKER_1 = 0x01;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private SingleObject() {}

    /** Returns the CRC-64-AVRO fingerprint of the schema's parsing canonical form. */
    static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }

    /** Returns the header of records written with {@code fingerprint}. */
    static byte[] header(long fingerprint) {
        byte[] header = new byte[HEADER_BYTES];
        header[0] = MARKER_0;
        header[1] = MARKER_1;
        LONGS.set(header, 2, fingerprint);
        return header;
    }

    /**
     * Returns the fingerprint in the header at {@code offset}.
     *
     * @throws UndecodableException when there is no whole header
     */
    static long fingerprint(byte[] bytes, int offset, int length) throws UndecodableException {
        if (length < HEADER_BYTES) {
            throw new UndecodableException(
                    "need a header of "
                            + HEADER_BYTES
                            + " bytes, was a record of "
                            + length
                            + " bytes; send it whole");
        }
        if (bytes[offset] != MARKER_0 || bytes[offset + 1] != MARKER_1) {
            throw new UndecodableException(
                    String.format(
                            Locale.ROOT,
                            "need the single-object marker C3 01, was %02X %02X; encode with Avro"
                                    + " single-object encoding",
                            bytes[offset],
                            bytes[offset + 1]));
        }
        return (long) LONGS.get(bytes, offset + 2);
    }
}

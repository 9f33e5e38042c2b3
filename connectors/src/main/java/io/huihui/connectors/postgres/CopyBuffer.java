package io.huihui.connectors.postgres;

import org.postgresql.copy.CopyIn;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Rows in the binary format of {@code COPY ... WITH (FORMAT binary)}, written straight into one
 * growing array: header, then per row a field count and per field its length and bytes, then a
 * trailer. All numbers are big-endian.
 *
 * <p>Reference: PostgreSQL documentation, "COPY", section "Binary Format"; the formats of values
 * are those of the types' send functions (src/backend/utils/adt).
 */
public final class CopyBuffer {

    /** {@code PGCOPY\n\377\r\n\0}, no flags, no header extension. */
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    /** A field count of -1 ends the data. */
    private static final byte[] TRAILER = {(byte) 0xFF, (byte) 0xFF};

    /** Field length that says NULL. */
    private static final int NULL = -1;

    /** 2000-01-01 in milliseconds since 1970-01-01: Postgres counts time from there. */
    static final long POSTGRES_EPOCH_MILLIS = 946_684_800_000L;

    private static final int FIRST_SIZE = 64 << 10;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;

    public CopyBuffer() {
        clear();
    }

    /** Forgets all rows; keeps the memory. */
    public void clear() {
        System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
        size = HEADER.length;
    }

    /** Returns the number of bytes written. */
    public int size() {
        return size;
    }

    /** Returns a copy of the rows, without header and trailer. */
    byte[] rows() {
        return Arrays.copyOfRange(bytes, HEADER.length, size);
    }

    /** Adds what {@link #rows} of another buffer gave. */
    void append(byte[] rows) {
        reserve(rows.length);
        System.arraycopy(rows, 0, bytes, size, rows.length);
        size += rows.length;
    }

    /** Forgets what was written after the buffer had the given size. */
    void truncate(int toSize) {
        size = toSize;
    }

    void startRow(int columns) {
        putShort(columns);
    }

    /** Sends header, rows and trailer to an open COPY; the rows stay, for another try. */
    void writeTo(CopyIn copy) throws SQLException {
        copy.writeToCopy(bytes, 0, size);
        copy.writeToCopy(TRAILER, 0, TRAILER.length);
    }

    /** Returns a copy of all that {@link #writeTo} sends. */
    byte[] toBytes() {
        byte[] all = Arrays.copyOf(bytes, size + TRAILER.length);
        System.arraycopy(TRAILER, 0, all, size, TRAILER.length);
        return all;
    }

    void addNull() {
        putInt(NULL);
    }

    void addBoolean(boolean value) {
        putInt(1);
        reserve(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    void addInteger(int value) {
        putInt(Integer.BYTES);
        putInt(value);
    }

    void addBigint(long value) {
        putInt(Long.BYTES);
        putLong(value);
    }

    void addDouble(double value) {
        putInt(Double.BYTES);
        putLong(Double.doubleToLongBits(value));
    }

    /** Adds a {@code timestamptz}: microseconds since 2000-01-01 UTC. */
    void addTime(long epochMillis) {
        addBigint(
                Math.multiplyExact(Math.subtractExact(epochMillis, POSTGRES_EPOCH_MILLIS), 1000L));
    }

    /**
     * Adds text in UTF-8. Postgres text cannot hold the character NUL; it becomes U+FFFD, the
     * character that stands for one that cannot be shown, so that hostile input is still stored.
     */
    void addText(String value) {
        byte[] encoded = value.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8);
        putInt(encoded.length);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    /**
     * Starts a one-dimensional array; the elements follow as fields.
     *
     * @param elementOid number of the element type in the server's catalogue
     * @return where to put the length once the elements are written, see {@link #endArray}
     */
    int startArray(int elementOid, int length, boolean hasNull) {
        int lengthAt = size;
        putInt(0);
        putInt(length == 0 ? 0 : 1);
        putInt(hasNull ? 1 : 0);
        putInt(elementOid);
        if (length > 0) {
            putInt(length);
            putInt(1);
        }
        return lengthAt;
    }

    void endArray(int lengthAt) {
        int end = size;
        size = lengthAt;
        putInt(end - lengthAt - Integer.BYTES);
        size = end;
    }

    private void putShort(int value) {
        reserve(Short.BYTES);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
    }

    private void putInt(int value) {
        reserve(Integer.BYTES);
        bytes[size++] = (byte) (value >>> 24);
        bytes[size++] = (byte) (value >>> 16);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
    }

    private void putLong(long value) {
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}

package io.huihui.benchmarks.console;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Takes the bytes that a server sends after the handshake of a WebSocket apart into messages (RFC
 * 6455, and RFC 7692 where compression was agreed). What comes from a server is never masked, and
 * ours sends nothing between the parts of a message.
 */
final class SocketFrames {

    private static final int CONTINUATION = 0;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int LAST = 0x80;
    private static final int COMPRESSED = 0x40;
    private static final int OPCODE = 0x0f;
    private static final int SHORT_LENGTH = 126;
    private static final int LONG_LENGTH = 127;
    private static final int LONGEST_HEADER = 10;

    /** What a sender leaves off the end of each compressed message. */
    private static final byte[] FLUSHED = {0, 0, -1, -1};

    private final Receiver receiver;
    private final Inflater inflater;
    private final byte[] header = new byte[LONGEST_HEADER];
    private int headerBytes;
    private int first;
    private long left;
    private byte[] message = new byte[1 << 16];
    private int length;
    private int kind;
    private boolean deflated;
    private boolean closed;

    /** Hears of whole messages; the bytes are only good during the call. */
    interface Receiver {
        void message(boolean binary, byte[] bytes, int length, long nowNanos);
    }

    /**
     * @param compression whether it was agreed on
     */
    SocketFrames(Receiver receiver, boolean compression) {
        this.receiver = receiver;
        this.inflater = compression ? new Inflater(true) : null;
    }

    /** Takes all of what came at a time. */
    void take(ByteBuffer bytes, long nowNanos) {
        while (bytes.hasRemaining()) {
            if (left == 0) {
                header[headerBytes++] = bytes.get();
                if (isHeaderWhole()) {
                    begin();
                }
            }
            int more = (int) Math.min(left, bytes.remaining());
            append(bytes, more);
            left -= more;
            if (left == 0 && headerBytes == 0) {
                end(nowNanos);
            }
        }
    }

    private boolean isHeaderWhole() {
        if (headerBytes < 2) {
            return false;
        }
        int said = header[1] & ~LAST & 0xff;
        return headerBytes == 2 + (said == LONG_LENGTH ? 8 : said == SHORT_LENGTH ? 2 : 0);
    }

    private void begin() {
        first = header[0] & 0xff;
        long said = header[1] & ~LAST & 0xff;
        if (headerBytes > 2) {
            said = 0;
            for (int i = 2; i < headerBytes; i++) {
                said = (said << 8) | (header[i] & 0xff);
            }
        }
        left = said;
        headerBytes = 0;
        int opcode = first & OPCODE;
        if (opcode != CONTINUATION) {
            kind = opcode;
            deflated = (first & COMPRESSED) != 0;
            length = 0;
        }
    }

    private void append(ByteBuffer bytes, int more) {
        if (message.length < length + more) {
            message = Arrays.copyOf(message, Math.max(2 * message.length, length + more));
        }
        bytes.get(message, length, more);
        length += more;
    }

    private void end(long nowNanos) {
        if (kind == CLOSE) {
            closed = true;
        } else if ((first & LAST) != 0 && kind < CLOSE) {
            byte[] whole = deflated ? inflated() : message;
            receiver.message(kind == BINARY, whole, length, nowNanos);
            length = 0;
        }
    }

    /** Returns the message as it was; its length becomes {@link #length}. */
    private byte[] inflated() {
        byte[] packed = Arrays.copyOf(message, length + FLUSHED.length);
        System.arraycopy(FLUSHED, 0, packed, length, FLUSHED.length);
        inflater.setInput(packed);
        byte[] whole = new byte[8 * packed.length];
        length = 0;
        try {
            for (int more = 1; more > 0; length += more) {
                if (length == whole.length) {
                    whole = Arrays.copyOf(whole, 2 * whole.length);
                }
                more = inflater.inflate(whole, length, whole.length - length);
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException("need a message that inflates, was " + e, e);
        }
        return whole;
    }

    /** Returns whether the server has said good-bye. */
    boolean isClosed() {
        return closed;
    }
}

package io.huihui.connectors.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strict text: malformed bytes are refused, never replaced by a question mark. */
final class Utf8 {

    private Utf8() {}

    /** Returns the text in {@code bytes[offset .. offset + length)}. */
    static String text(byte[] bytes, int offset, int length) throws UndecodableException {
        if (isAscii(bytes, offset, length)) {
            return new String(bytes, offset, length, StandardCharsets.US_ASCII);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, offset, length))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new UndecodableException("need text in UTF-8, was " + length + " other bytes");
        }
    }

    /** Throws unless the bytes are UTF-8. */
    static void check(byte[] bytes, int offset, int length) throws UndecodableException {
        if (!isAscii(bytes, offset, length)) {
            text(bytes, offset, length);
        }
    }

    private static boolean isAscii(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}

package io.huihui.models.serialization;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Text as a two-byte length and UTF-8 bytes; names are read through a {@link StringPool}. */
final class ShortText {

    private ShortText() {}

    static void write(String text, DataOutput out) throws IOException {
        if (isAscii(text)) { // nearly all are, and then no array is needed
            out.writeShort(text.length());
            for (int i = 0; i < text.length(); i++) {
                out.writeByte(text.charAt(i));
            }
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeShort(bytes.length);
            out.write(bytes);
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    static String read(DataInput in, byte[] scratch, StringPool pool) throws IOException {
        int length = in.readUnsignedShort();
        byte[] bytes = length <= scratch.length ? scratch : new byte[length];
        in.readFully(bytes, 0, length);
        return pool.get(bytes, 0, length);
    }
}

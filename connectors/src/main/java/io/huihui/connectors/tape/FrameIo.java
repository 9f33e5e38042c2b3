package io.huihui.connectors.tape;

import io.huihui.connectors.topic.EffectOrder;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Bytes of frames: records with their length before them, and the sorter's own runs. */
final class FrameIo {

    /** A record in a tape may be as long as in a topic with raised limits. */
    static final int LONGEST_RECORD = 16 << 20;

    private static final int SEVEN_BITS = 7;

    private FrameIo() {}

    /** Writes the length as a variable-length integer, then the bytes. */
    static void writeRecord(byte[] bytes, OutputStream out) throws IOException {
        int length = bytes.length;
        while ((length & ~0x7F) != 0) {
            out.write(length | 0x80);
            length >>>= SEVEN_BITS;
        }
        out.write(length);
        out.write(bytes);
    }

    /** Returns how many bytes {@link #writeRecord} takes for a record of this length. */
    static int framedLength(int length) {
        int bytes = 1;
        for (int rest = length >>> SEVEN_BITS; rest != 0; rest >>>= SEVEN_BITS) {
            bytes++;
        }
        return bytes + length;
    }

    /**
     * Returns the next record, or null at the end.
     *
     * @throws TapeFormatException when the file is cut off or the length cannot be
     */
    static byte[] readRecord(InputStream in, String file) throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        long length = first & 0x7F;
        for (int shift = SEVEN_BITS; (first & 0x80) != 0; shift += SEVEN_BITS) {
            first = in.read();
            if (first < 0 || shift > 4 * SEVEN_BITS) {
                throw cutOff(file);
            }
            length |= (long) (first & 0x7F) << shift;
        }
        if (length > LONGEST_RECORD) {
            throw new TapeFormatException(
                    "need records of at most "
                            + LONGEST_RECORD
                            + " bytes, was a length of "
                            + length
                            + " in "
                            + file
                            + "; write the tape again");
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw cutOff(file);
        }
        return bytes;
    }

    private static TapeFormatException cutOff(String file) {
        return new TapeFormatException(
                "need whole records, was " + file + " cut off in the last; write the tape again");
    }

    static void writeRunFrame(Frame frame, DataOutputStream out) throws IOException {
        out.writeInt(frame.bytes.length);
        out.write(frame.bytes);
        out.writeLong(frame.order.eventTimeMillis());
        out.writeUTF(frame.order.source());
        out.writeLong(frame.order.sequence());
        out.writeUTF(frame.key);
    }

    static Frame readRunFrame(DataInputStream in) throws IOException {
        byte[] bytes = in.readNBytes(in.readInt());
        EffectOrder order = new EffectOrder(in.readLong(), in.readUTF(), in.readLong());
        return new Frame(order, in.readUTF(), bytes);
    }
}

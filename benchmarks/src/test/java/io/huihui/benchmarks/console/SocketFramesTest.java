package io.huihui.benchmarks.console;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

import static org.assertj.core.api.Assertions.assertThat;

class SocketFramesTest {

    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int LAST = 0x80;
    private static final int COMPRESSED = 0x40;

    private final List<String> heard = new ArrayList<>();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    private void hear(boolean binary, byte[] bytes, int length, long nowNanos) {
        heard.add(
                (binary ? "binary " : "text ")
                        + new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    }

    @Test
    void messagesAreWholeWhereverTheirBytesWereParted() {
        String some = "b".repeat(300);
        String many = "c".repeat(70_000);
        frame(LAST | TEXT, "a");
        frame(TEXT, some);
        frame(0, many);
        frame(LAST, "d");
        frame(LAST | BINARY, "");
        for (int step : List.of(1, 7, 100_000)) {
            heard.clear();
            feed(new SocketFrames(this::hear, false), step);

            assertThat(heard).containsExactly("text a", "text " + some + many + "d", "binary ");
        }
    }

    @Test
    void compressedMessagesGoOnFromEachOther() {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        String text = "{\"topic\":\"verdicts\"}".repeat(50);
        frame(LAST | COMPRESSED | TEXT, packed(deflater, text));
        frame(LAST | COMPRESSED | TEXT, packed(deflater, text));
        frame(LAST | TEXT, "as it is");

        feed(new SocketFrames(this::hear, true), 5);

        assertThat(heard).containsExactly("text " + text, "text " + text, "text as it is");
    }

    @Test
    void goodByeIsHeard() {
        SocketFrames frames = new SocketFrames(this::hear, false);
        frame(LAST | 8, "");

        feed(frames, 2);

        assertThat(frames.isClosed()).isTrue();
        assertThat(heard).isEmpty();
    }

    private void feed(SocketFrames frames, int step) {
        byte[] bytes = sent.toByteArray();
        for (int at = 0; at < bytes.length; at += step) {
            frames.take(ByteBuffer.wrap(bytes, at, Math.min(step, bytes.length - at)), 0);
        }
    }

    private static String packed(Deflater deflater, String text) {
        deflater.setInput(text.getBytes(StandardCharsets.ISO_8859_1));
        byte[] packed = new byte[text.length() + 100];
        int length = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
        // Without the four bytes that end each flush.
        return new String(Arrays.copyOf(packed, length - 4), StandardCharsets.ISO_8859_1);
    }

    private void frame(int first, String payload) {
        sent.write(first);
        int length = payload.length();
        if (length < 126) {
            sent.write(length);
        } else if (length < 1 << 16) {
            sent.write(126);
            sent.write(length >> 8);
            sent.write(length);
        } else {
            sent.write(127);
            sent.writeBytes(ByteBuffer.allocate(8).putLong(length).array());
        }
        sent.writeBytes(payload.getBytes(StandardCharsets.ISO_8859_1));
    }
}

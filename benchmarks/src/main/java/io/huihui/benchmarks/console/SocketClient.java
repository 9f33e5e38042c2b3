package io.huihui.benchmarks.console;

import io.huihui.models.OutsideResults;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One client of {@code /live} that reads when it is told to. The JDK's own would take more of the
 * two cores than the server that is measured: it decodes every message into characters in pieces of
 * 16 KiB, each a task of its own.
 */
final class SocketClient implements AutoCloseable {

    /** What Chromium offers. */
    private static final String OFFERED = "permessage-deflate; client_max_window_bits";

    private static final String AGREED = "sec-websocket-extensions: permessage-deflate";
    private static final String END = "\r\n\r\n";
    private static final int LONGEST_ANSWER = 4_096;
    private static final int SHORT_LENGTH = 126;
    private static final int TEXT = 0x81;
    private static final int MASKED = 0x80;

    private final SocketChannel channel;
    private final boolean compressed;
    private final SocketFrames frames;

    private SocketClient(SocketChannel channel, boolean compressed, SocketFrames frames) {
        this.channel = channel;
        this.compressed = compressed;
        this.frames = frames;
    }

    /** Connects, subscribes, and returns without having read a message. */
    static SocketClient open(URI server, String subscription, SocketFrames.Receiver receiver)
            throws IOException {
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
        channel.write(
                ByteBuffer.wrap(
                        ("GET /live HTTP/1.1\r\nHost: "
                                        + server.getAuthority()
                                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                        + "Sec-WebSocket-Version: 13\r\n"
                                        + "Sec-WebSocket-Key: c2l4dGVlbiBieXRlcyAhIQ==\r\n"
                                        + "Sec-WebSocket-Extensions: "
                                        + OFFERED
                                        + END)
                                .getBytes(StandardCharsets.US_ASCII)));
        String answer = answer(channel);
        if (!answer.startsWith("HTTP/1.1 101")) {
            throw new IOException("need 101 Switching Protocols, was " + answer);
        }
        boolean compressed = answer.toLowerCase(Locale.ROOT).contains(AGREED);
        channel.write(masked(subscription));
        channel.configureBlocking(false);
        return new SocketClient(channel, compressed, new SocketFrames(receiver, compressed));
    }

    /** A byte at a time: what follows the answer belongs to the first message. */
    private static String answer(SocketChannel channel) throws IOException {
        StringBuilder answer = new StringBuilder();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (answer.indexOf(END) < 0) {
            if (answer.length() > LONGEST_ANSWER || channel.read(one.clear()) < 0) {
                throw new IOException("need an answer to the handshake, was " + answer);
            }
            answer.append((char) one.get(0));
        }
        return answer.toString();
    }

    /** A client has to mask what it sends; zero is a mask, too. */
    private static ByteBuffer masked(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(bytes.length + 8).put((byte) TEXT);
        if (bytes.length < SHORT_LENGTH) {
            frame.put((byte) (MASKED | bytes.length));
        } else {
            frame.put((byte) (MASKED | SHORT_LENGTH)).putShort((short) bytes.length);
        }
        return frame.putInt(0).put(bytes).flip();
    }

    SocketChannel channel() {
        return channel;
    }

    /** Returns whether the server compresses. */
    boolean isCompressed() {
        return compressed;
    }

    /**
     * Takes what has come, as much as the buffer holds.
     *
     * @return whether the connection is still there
     */
    @OutsideResults("measures latency")
    boolean read(ByteBuffer buffer) throws IOException {
        int read = channel.read(buffer.clear());
        frames.take(buffer.flip(), System.nanoTime());
        return read >= 0 && !frames.isClosed();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

package io.huihui.stack;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A port of this machine behind which another one lies, and a network between them that can be made
 * slow. Nothing is dropped and nothing overtakes: bytes come later, each piece by a time drawn anew
 * between half and one and a half of the delay, in both directions.
 */
public final class SlowLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SlowLink.class);

    private static final int PIECE_BYTES = 64 * 1024;

    /** Pieces on their way in one direction; a sender that is ahead of that waits, as for TCP. */
    private static final int ON_THEIR_WAY = 64;

    private final int target;
    private final ServerSocket listener;
    private final SplittableRandom random;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int delayMillis;

    /** Bytes and when they may arrive, by {@link System#nanoTime}; no bytes at the end. */
    private static final class Piece {
        private final byte[] bytes;
        private final long dueNanos;

        private Piece(byte[] bytes, long dueNanos) {
            this.bytes = bytes;
            this.dueNanos = dueNanos;
        }
    }

    private SlowLink(int target, ServerSocket listener, long seed) {
        this.target = target;
        this.listener = listener;
        this.random = new SplittableRandom(seed);
    }

    /**
     * Opens a link that is not slow yet.
     *
     * @param port at which it listens
     * @param target port to which it leads; nobody has to listen there yet
     * @param seed of the delays that are drawn
     */
    public static SlowLink open(int port, int target, long seed) {
        try {
            ServerSocket listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            SlowLink link = new SlowLink(target, listener, seed);
            thread("link-" + port, link::accept);
            return link;
        } catch (IOException e) {
            throw new StackException("need port " + port + " for a link, was refused: " + e, e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Makes all that is sent from now on late by about so much; 0 to make it fast again. */
    public void delay(int millis) {
        delayMillis = millis;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException e) {
                // Closed; or nobody is behind it yet, and the client knows by its connection.
                LOG.debug("a connection over the link ended: {}", e.toString());
            }
        }
    }

    /** Nobody behind the link looks to a client as it does without: its connection is closed. */
    private void connect(Socket client) throws IOException {
        Socket server = new Socket();
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        } catch (IOException e) {
            server.close();
            client.close();
            throw e;
        }
        open.add(client);
        open.add(server);
        carry(client, server);
        carry(server, client);
    }

    private void carry(Socket from, Socket to) {
        BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(ON_THEIR_WAY);
        thread("link-in", () -> read(from, pieces));
        thread("link-out", () -> write(to, from, pieces));
    }

    private void read(Socket from, BlockingQueue<Piece> pieces) {
        byte[] buffer = new byte[PIECE_BYTES];
        long due = System.nanoTime();
        try {
            for (int count = read(from, buffer); count >= 0; count = read(from, buffer)) {
                due = Math.max(due, System.nanoTime() + drawNanos());
                pieces.put(new Piece(Arrays.copyOf(buffer, count), due));
            }
            pieces.put(new Piece(new byte[0], due));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how many bytes came, -1 at the end; a connection that was reset has ended too. */
    private static int read(Socket from, byte[] buffer) {
        try {
            return from.getInputStream().read(buffer);
        } catch (IOException e) {
            return -1;
        }
    }

    private void write(Socket to, Socket from, BlockingQueue<Piece> pieces) {
        try {
            OutputStream out = to.getOutputStream();
            for (Piece piece = pieces.take(); piece.bytes.length > 0; piece = pieces.take()) {
                TimeUnit.NANOSECONDS.sleep(piece.dueNanos - System.nanoTime());
                out.write(piece.bytes);
            }
        } catch (IOException e) {
            // Nobody reads any more: both sides are closed below.
            pieces.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close(to);
        close(from);
    }

    private long drawNanos() {
        int delay = delayMillis;
        if (delay == 0) {
            return 0;
        }
        synchronized (random) {
            return TimeUnit.MILLISECONDS.toNanos(delay / 2 + random.nextInt(delay));
        }
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed all the same.
            return;
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new StackException("cannot close the link at port " + port() + ": " + e, e);
        } finally {
            open.forEach(this::close);
        }
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}

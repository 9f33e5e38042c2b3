package io.huihui.benchmarks.console;

import io.huihui.models.OutsideResults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many clients of one server, read by one thread: those that read all that comes at once, and slow
 * ones, of which half read nothing and half a few kilobytes a second.
 */
final class ClientFleet implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 20;

    /** What a slow one reads at a time, and how often. */
    private static final int SIP_BYTES = 4_096;

    private static final long SIP_NANOS = 250_000_000;
    private static final long SELECT_MILLIS = 20;

    private final Selector selector = Selector.open();
    private final List<SocketClient> fast = new ArrayList<>();
    private final List<SocketClient> slow = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "clients");
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final ByteBuffer sip = ByteBuffer.allocateDirect(SIP_BYTES);
    private long sippedNanos;
    private volatile boolean stopped;
    private final AtomicInteger lost = new AtomicInteger();
    private volatile Exception failure;

    private ClientFleet() throws IOException {}

    /** Opens fast clients that want the same, and reads them from now on. */
    static ClientFleet start(URI server, int clients, String subscription, Arrivals arrivals) {
        try {
            ClientFleet fleet = new ClientFleet();
            for (int i = 0; i < clients; i++) {
                SocketClient client = SocketClient.open(server, subscription, arrivals);
                fleet.fast.add(client);
                client.channel().register(fleet.selector, SelectionKey.OP_READ, client);
            }
            fleet.thread.setDaemon(true);
            fleet.thread.start();
            return fleet;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds slow clients that want the same. */
    void addSlow(URI server, int clients, String subscription) {
        try {
            for (int i = 0; i < clients; i++) {
                SocketClient client =
                        SocketClient.open(server, subscription, (binary, bytes, length, now) -> {});
                synchronized (slow) {
                    slow.add(client);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void removeSlow() {
        synchronized (slow) {
            slow.forEach(ClientFleet::close);
            slow.clear();
        }
    }

    @OutsideResults("pace of slow readers")
    private void run() {
        try {
            while (!stopped) {
                selector.select(this::read, SELECT_MILLIS);
                if (System.nanoTime() - sippedNanos > SIP_NANOS) {
                    sippedNanos = System.nanoTime();
                    sip();
                }
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    private void read(SelectionKey key) {
        try {
            SocketClient client = (SocketClient) key.attachment();
            if (!client.read(buffer)) {
                lost.incrementAndGet();
                key.cancel();
            }
        } catch (IOException e) {
            lost.incrementAndGet();
            key.cancel();
        }
    }

    private void sip() {
        synchronized (slow) {
            for (int i = 0; i < slow.size(); i += 2) {
                boolean unused = sip(slow.get(i));
            }
        }
    }

    /** Returns whether it is still there: the server may let go of one that takes nothing. */
    private boolean sip(SocketClient client) {
        try {
            return client.read(sip);
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns how many of the fast ones the server has let go of. */
    int lost() {
        if (failure != null) {
            throw new IllegalStateException("need clients that read, was " + failure, failure);
        }
        return lost.get();
    }

    boolean isCompressed() {
        return fast.stream().anyMatch(SocketClient::isCompressed);
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
            fast.forEach(ClientFleet::close);
            removeSlow();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(SocketClient client) {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.huihui.connectors.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** Stands before a server on this machine and holds back whatever it answers for a while. */
final class SlowProxy implements AutoCloseable {

    private static final int CHUNK = 64 << 10;

    private final ServerSocket listener;
    private final int target;
    private volatile Duration delay = Duration.ZERO;

    private SlowProxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    static SlowProxy before(int port) throws IOException {
        SlowProxy proxy =
                new SlowProxy(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), port);
        background(proxy::accept);
        return proxy;
    }

    int port() {
        return listener.getLocalPort();
    }

    void holdBack(Duration time) {
        delay = time;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            background(() -> pump(client.getInputStream(), server.getOutputStream(), false));
            background(() -> pump(server.getInputStream(), client.getOutputStream(), true));
        }
    }

    private void pump(InputStream in, OutputStream out, boolean slowly) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (in;
                out) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (slowly) {
                    pause();
                }
                out.write(chunk, 0, read);
                out.flush();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something that goes on until a connection is closed. */
    private interface Work {
        void run() throws IOException;
    }

    private static void background(Work work) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                work.run();
                            } catch (IOException closed) {
                                // The other side is gone, or the test is over.
                                Thread.currentThread().interrupt();
                            }
                        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.huihui.console;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** A client of {@code /live} that reads as fast as it is told to. */
final class LiveReader implements WebSocket.Listener, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> frames = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final boolean slow;
    private final WebSocket socket;

    private LiveReader(URI server, boolean slow) {
        this.slow = slow;
        this.socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(URI.create("ws://" + server.getAuthority() + "/live"), this)
                        .join();
    }

    static LiveReader of(URI server) {
        return new LiveReader(server, false);
    }

    /** Returns one that reads nothing until it is told to. */
    static LiveReader slow(URI server) {
        return new LiveReader(server, true);
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    void readOn() {
        socket.request(Long.MAX_VALUE);
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (!slow) {
            opened.request(Long.MAX_VALUE);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        synchronized (frames) {
            part.append(data);
            if (last) {
                frames.add(part.toString());
                part.setLength(0);
                frames.notifyAll();
            }
        }
        return null;
    }

    /** Waits for a frame; throws when none comes. */
    String await(Predicate<String> wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (frames) {
            while (true) {
                for (String frame : frames) {
                    if (wanted.test(frame)) {
                        return frame;
                    }
                }
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("need a frame, were " + frames.size() + " others");
                }
                frames.wait(left);
            }
        }
    }

    int frames() {
        synchronized (frames) {
            return frames.size();
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}

package io.huihui.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Free ports on loopback. */
public final class Ports {

    /** Below this the well-known services live. */
    private static final int LOWEST = 20_000;

    /**
     * From here on the kernel hands ports out to outgoing connections, so one that was free is soon
     * taken.
     */
    private static final int HIGHEST_EXCLUSIVE = 32_768;

    /** A port that is taken each time is somebody's. */
    private static final int LOOKS = 6;

    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private static final Set<Integer> HANDED_OUT = new HashSet<>();

    private Ports() {}

    /** Returns a port nobody listens on and that this process has not handed out before. */
    public static synchronized int free() {
        int range = HIGHEST_EXCLUSIVE - LOWEST;
        // Processes started together begin at different places, so they rarely try the same port.
        int start = Math.floorMod(ProcessHandle.current().pid() * 7919, range);
        for (int i = 0; i < range; i++) {
            int port = LOWEST + (start + i) % range;
            if (!HANDED_OUT.contains(port) && isFree(port)) {
                HANDED_OUT.add(port);
                return port;
            }
        }
        throw new StackException("need a free port from " + LOWEST + " to 32767, was none");
    }

    /**
     * Returns the port this server had in this folder the last time if it is still free, else a new
     * one, and remembers it: addresses stay the same from run to run.
     */
    static int remembered(Path folder, String name) {
        Path file = folder.resolve(name + ".port");
        try {
            if (Files.exists(file)) {
                int port = Integer.parseInt(Files.readString(file).strip());
                if (isFree(port)) {
                    return port;
                }
            }
            int port = free();
            Files.writeString(file, port + "\n");
            return port;
        } catch (IOException | NumberFormatException e) {
            throw new StackException("need a port number in " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Refuses a port that somebody listens on, and goes on to. Another process that looks for a
     * free port takes each for a moment to see whether it is.
     */
    static int requireFree(int port, String server) {
        int looks = 1;
        while (!isFree(port)) {
            if (looks++ == LOOKS) {
                throw new StackException(
                        "need port "
                                + port
                                + " for "
                                + server
                                + ", was occupied by another process: stop that or choose another"
                                + " port");
            }
            pause();
        }
        return port;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

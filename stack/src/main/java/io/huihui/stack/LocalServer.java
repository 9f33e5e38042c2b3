package io.huihui.stack;

import java.time.Duration;

/**
 * A server as one process on a port of this machine, with all it keeps in a folder of its own. It
 * is there once it has proved to be ours, and gone when it is closed or this process ends.
 */
abstract class LocalServer implements AutoCloseable {

    private final DataFolder folder;
    private final int port;
    private ChildProcess process;

    LocalServer(DataFolder folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts a server and returns it when it answers; a start that fails leaves nothing behind.
     *
     * @param name for messages, e.g. {@code Kafka}
     */
    static <S extends LocalServer> S start(S server, String name, Duration ready) {
        try {
            Ports.requireFree(server.port(), name);
            server.run(name + " on port " + server.port(), ready);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    final void run(String what, Duration ready) {
        process = ChildProcess.start(command());
        process.await(ready, what, this::answers);
        prepare();
    }

    /** Returns what to run, with everything it needs in the folder. */
    abstract ChildProcess.Command command();

    /**
     * Returns whether the server takes requests.
     *
     * @throws StackException when somebody else's server answers on the port
     */
    abstract boolean answers();

    /** Does what is needed once, when the server answers. */
    void prepare() {}

    final DataFolder folder() {
        return folder;
    }

    public final int port() {
        return port;
    }

    public final ChildProcess process() {
        return process;
    }

    @Override
    public final void close() {
        if (process != null) {
            process.close();
        }
        folder.close();
    }
}

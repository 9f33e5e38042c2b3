package io.huihui.stack;

import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real Neo4j 5 server in its own JVM, with its graph in the given folder. */
public final class Neo4jServer implements AutoCloseable {

    public static final String USER = "neo4j";

    private static final Duration READY = Duration.ofSeconds(90);
    private static final String PASSWORD_VARIABLE = "HUIHUI_NEO4J_PASSWORD";

    /** What Neo4j 5.26 supports. */
    private static final int LOWEST_JAVA = 17;

    private static final int HIGHEST_JAVA = 21;

    private final DataFolder folder;
    private final ChildProcess process;
    private final int port;
    private final String password;

    private Neo4jServer(DataFolder folder, ChildProcess process, int port, String password) {
        this.folder = folder;
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /** Starts a server on a free port, the one it had before in this folder if that is free. */
    public static Neo4jServer start(Path folder) {
        DataFolder data = DataFolder.open(folder);
        return start(data, Ports.remembered(data.path(), "neo4j"));
    }

    /** Starts a server on that port. */
    public static Neo4jServer start(Path folder, int port) {
        return start(DataFolder.open(folder), port);
    }

    private static Neo4jServer start(DataFolder folder, int port) {
        ChildProcess process = null;
        try {
            Ports.requireFree(port, "Neo4j");
            String password = folder.secret("neo4j");
            process =
                    ChildProcess.start(
                            new ChildProcess.Command(
                                    "neo4j",
                                    folder.path(),
                                    command(folder, port),
                                    Map.of(PASSWORD_VARIABLE, password),
                                    "TERM"));
            process.await(READY, "Neo4j on port " + port, () -> answers(port, password));
            return new Neo4jServer(folder, process, port, password);
        } catch (RuntimeException e) {
            if (process != null) {
                process.close();
            }
            folder.close();
            throw e;
        }
    }

    /** Returns {@code bolt://127.0.0.1:port}. */
    public String uri() {
        return uri(port);
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
        folder.close();
    }

    private static String uri(int port) {
        return "bolt://127.0.0.1:" + port;
    }

    /** A server that knows the password of this folder is ours. */
    private static boolean answers(int port, String password) {
        try (Driver driver = GraphDatabase.driver(uri(port), AuthTokens.basic(USER, password))) {
            driver.verifyConnectivity();
            return true;
        } catch (AuthenticationException e) {
            // Until its main has set the password, the server refuses ours.
            return false;
        } catch (Neo4jException e) {
            return false;
        }
    }

    private static List<String> command(DataFolder folder, int port) {
        return JavaCommand.of(Jdk.between(LOWEST_JAVA, HIGHEST_JAVA, "Neo4j 5.26"), "neo4j-server")
                .flags(
                        "-Xmx400m",
                        "-XX:+UseSerialGC",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--add-opens=java.base/java.io=ALL-UNNAMED",
                        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED")
                .main(
                        "io.huihui.stack.neo4j.Neo4jMain",
                        folder.folder("home").toString(),
                        String.valueOf(port));
    }
}

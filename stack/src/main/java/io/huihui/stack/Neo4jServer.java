package io.huihui.stack;

import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.Neo4jException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real Neo4j 5 server in its own JVM, with its graph in the given folder. */
public final class Neo4jServer extends LocalServer {

    public static final String USER = "neo4j";

    private static final Duration READY = Duration.ofMinutes(3);
    private static final String NAME = "Neo4j";
    private static final String PASSWORD_VARIABLE = "HUIHUI_NEO4J_PASSWORD";

    /** What Neo4j 5.26 supports. */
    private static final int LOWEST_JAVA = 17;

    private static final int HIGHEST_JAVA = 21;

    private Neo4jServer(DataFolder folder, int port) {
        super(folder, port);
    }

    /** Starts a server on a free port, the one it had before in this folder if that is free. */
    public static Neo4jServer start(Path folder) {
        DataFolder data = DataFolder.open(folder);
        return start(new Neo4jServer(data, Ports.remembered(data.path(), "neo4j")), NAME, READY);
    }

    /** Starts a server on that port. */
    public static Neo4jServer start(Path folder, int port) {
        return start(new Neo4jServer(DataFolder.open(folder), port), NAME, READY);
    }

    /** Returns {@code bolt://127.0.0.1:port}. */
    public String uri() {
        return "bolt://127.0.0.1:" + port();
    }

    public String user() {
        return USER;
    }

    public String password() {
        return folder().secret("neo4j");
    }

    /** A server that knows the password of this folder is ours. */
    @Override
    boolean answers() {
        try (Driver driver = GraphDatabase.driver(uri(), AuthTokens.basic(USER, password()))) {
            driver.verifyConnectivity();
            return true;
        } catch (Neo4jException e) {
            // Also until its main has set the password: it refuses ours.
            return false;
        }
    }

    @Override
    ChildProcess.Command command() {
        return new ChildProcess.Command(
                "neo4j", folder().path(), words(), Map.of(PASSWORD_VARIABLE, password()), "TERM");
    }

    private List<String> words() {
        return JavaCommand.of(
                        Jdk.between(LOWEST_JAVA, HIGHEST_JAVA, "Neo4j 5.26"),
                        "neo4j-server",
                        folder())
                .flags(
                        "-Xmx400m",
                        "-XX:+UseSerialGC",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--add-opens=java.base/java.io=ALL-UNNAMED",
                        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED")
                .main(
                        "io.huihui.stack.neo4j.Neo4jMain",
                        folder().folder("home").toString(),
                        String.valueOf(port()));
    }
}

package io.huihui.console;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.Require;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/**
 * Serves the console until the process is ended: {@code ConsoleMain kafka=HOST:PORT
 * [KEY=VALUE]...}. Keys: kafka, port, bind, postgres, postgresUser, neo4j, neo4jUser, flink, group.
 * Secrets come from the environment: {@value #POSTGRES_PASSWORD}, {@value #NEO4J_PASSWORD}, {@value
 * ConsoleSettings#TOKEN_VARIABLE}.
 */
public final class ConsoleMain {

    /** Variable with the password of the reader in Postgres. */
    public static final String POSTGRES_PASSWORD = "HUIHUI_CONSOLE_POSTGRES_PASSWORD";

    /** Variable with the password in Neo4j. */
    public static final String NEO4J_PASSWORD = "HUIHUI_NEO4J_PASSWORD";

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleMain.class);

    private static final List<String> KEYS =
            List.of(
                    "kafka",
                    "port",
                    "bind",
                    "postgres",
                    "postgresUser",
                    "neo4j",
                    "neo4jUser",
                    "flink",
                    "group");

    private static final int UNUSABLE = 2;

    private ConsoleMain() {}

    public static void main(String[] args) throws InterruptedException {
        try {
            Map<String, String> said = arguments(args);
            ConsoleServer server =
                    ConsoleServer.start(
                            settings(said, System.getenv()), sources(said, System.getenv()));
            LOG.info("the console listens at {}", server.address());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            new CountDownLatch(1).await();
        } catch (InvalidRecordException e) {
            LOG.error("{}", e.getMessage());
            System.exit(UNUSABLE);
        }
    }

    static Map<String, String> arguments(String... words) {
        Map<String, String> said = new TreeMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            String key = equals < 0 ? word : word.substring(0, equals);
            Require.that(equals > 0 && KEYS.contains(key), "KEY=VALUE with a key of " + KEYS, word);
            said.put(key, word.substring(equals + 1));
        }
        return said;
    }

    static ConsoleSettings settings(Map<String, String> said, Map<String, String> environment) {
        return new ConsoleSettings(
                said.getOrDefault("bind", "127.0.0.1"),
                port(said.getOrDefault("port", "0")),
                environment.getOrDefault(ConsoleSettings.TOKEN_VARIABLE, ""));
    }

    static ConsoleSources sources(Map<String, String> said, Map<String, String> environment) {
        return new ConsoleSources(
                said.getOrDefault("kafka", ""),
                said.get("postgres"),
                said.getOrDefault("postgresUser", "huihui_console"),
                environment.getOrDefault(POSTGRES_PASSWORD, ""),
                said.get("neo4j"),
                said.getOrDefault("neo4jUser", "neo4j"),
                environment.getOrDefault(NEO4J_PASSWORD, ""),
                said.get("flink"),
                said.getOrDefault("group", "huihui"));
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Require.violated("port as a number, 0 for any free one", text);
        }
    }
}

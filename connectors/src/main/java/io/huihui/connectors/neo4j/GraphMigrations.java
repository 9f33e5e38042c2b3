package io.huihui.connectors.neo4j;

import io.huihui.connectors.batch.InvalidTargetException;
import io.huihui.models.Sha256;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Values;
import org.neo4j.driver.exceptions.Neo4jException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Brings a graph to the model of this release: the files of {@code neo4j/migrations}, in order. A
 * file that has been applied is skipped; one that was changed since is refused. Neo4j does not take
 * constraints and changes in one transaction, so every statement may run twice and the file is
 * noted when all have: a migration that broke off is applied again.
 */
public final class GraphMigrations {

    /** The files, in the order in which they are applied. */
    static final List<String> FILES =
            List.of("0001_constraints.cypher", "0002_first_graph.cypher", "0003_indexes.cypher");

    private static final String FOLDER = "migrations/";
    private static final String BETWEEN_STATEMENTS = ";\n";

    private GraphMigrations() {}

    /**
     * Applies what is missing and returns the names of the files applied.
     *
     * @throws InvalidTargetException when the server is not as configured or a file differs from
     *     what was applied under its name, with what to do
     */
    public static List<String> apply(Neo4jConfig config) {
        return with(
                config,
                session -> {
                    List<String> missing = missing(session);
                    missing.forEach(file -> apply(session, file));
                    return missing;
                });
    }

    /**
     * Looks whether the graph is that of this release.
     *
     * @throws InvalidTargetException when it is not, or cannot be asked, with what to do
     */
    public static void require(Neo4jConfig config) {
        List<String> missing = with(config, GraphMigrations::missing);
        if (!missing.isEmpty()) {
            throw new InvalidTargetException(
                    "need the graph in Neo4j at "
                            + config.uri()
                            + " with all migrations, was without "
                            + String.join(", ", missing)
                            + "; run ./huihui graph migrate --neo4j "
                            + config.uri());
        }
    }

    private static <R> R with(Neo4jConfig config, Function<Session, R> work) {
        try (Driver driver = Neo4jConnections.open(config);
                Session session = Neo4jConnections.session(driver, config)) {
            return work.apply(session);
        } catch (Neo4jException failure) {
            IOException unavailable =
                    Neo4jFailures.translate(failure, config, "the graph's migrations");
            throw new InvalidTargetException(
                    unavailable.getMessage() + "; start the server or correct the address",
                    unavailable);
        }
    }

    private static List<String> missing(Session session) {
        return FILES.stream().filter(file -> !isApplied(session, file)).toList();
    }

    private static boolean isApplied(Session session, String file) {
        List<Record> before =
                session.run(
                                "MATCH (m:SchemaMigration {file: $file}) RETURN m.digest AS digest",
                                Values.parameters("file", file))
                        .list();
        if (before.isEmpty()) {
            return false;
        }
        String was = before.get(0).get("digest").asString();
        String digest = Sha256.hex(read(file));
        if (!was.equals(digest)) {
            throw new InvalidTargetException(
                    "need migration "
                            + file
                            + " as it was applied (SHA-256 "
                            + was
                            + "), was "
                            + digest
                            + "; put further changes into a new file");
        }
        return true;
    }

    private static void apply(Session session, String file) {
        String text = read(file);
        for (String statement : statements(text)) {
            session.run(statement).consume();
        }
        session.run("CALL db.awaitIndexes(300)").consume();
        session.run(
                        "MERGE (m:SchemaMigration {file: $file}) SET m.digest = $digest",
                        Values.parameters("file", file, "digest", Sha256.hex(text)))
                .consume();
    }

    static List<String> statements(String text) {
        List<String> statements = new ArrayList<>();
        for (String part : text.split(BETWEEN_STATEMENTS, -1)) {
            String statement =
                    String.join("\n", part.lines().filter(line -> !line.startsWith("//")).toList())
                            .strip();
            if (!statement.isEmpty()) {
                statements.add(statement);
            }
        }
        return statements;
    }

    static String read(String file) {
        try (InputStream in = GraphMigrations.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("need " + file + " in the jar, was none");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package io.huihui.benchmarks.graph;

import io.huihui.models.graph.ContextQuestion;

import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * What one would write first: all paths of up to three links, each begun within the look-back or a
 * state or sector begun before. No latest few: it returns everything.
 */
final class PathQuery implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final String CYPHER =
            """
            MATCH (:Symbol {id: $id})-[links*1..3]-(far)
            WHERE ALL(link IN links WHERE link.validFrom <= $asOf
                AND (link.validFrom >= $begin OR type(link) IN ['IN_SECTOR', 'IN_STATE', 'WITH_REGIME']))
            UNWIND links AS link
            WITH DISTINCT link, startNode(link) AS a, endNode(link) AS b
            RETURN type(link) AS type, a.id AS a, b.id AS b, link.validFrom AS begun, b.says AS says
            """;

    private final Driver driver;

    PathQuery(String uri, String user, String password) {
        driver = GraphDatabase.driver(uri, AuthTokens.basic(user, password));
    }

    /** Asks, and returns how many links came back. */
    int links(ContextQuestion question) {
        Value parameters =
                Values.parameters(
                        "id", question.about().id(),
                        "asOf", time(question.asOfMillis()),
                        "begin", time(question.windowBeginMillis()));
        try (Session session = driver.session()) {
            return session.executeRead(
                    transaction -> transaction.run(CYPHER, parameters).list().size(),
                    TransactionConfig.builder().withTimeout(LIMIT).build());
        }
    }

    private static ZonedDateTime time(long millis) {
        return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        driver.close();
    }
}

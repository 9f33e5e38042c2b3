package io.huihui.connectors.neo4j;

import io.huihui.models.graph.Facts;

import java.io.IOException;
import java.util.List;

/** Writes facts without a job. For one thread. */
public final class GraphWriter implements AutoCloseable {

    private final Neo4jTarget target;

    /** A writer that connects with the first facts. */
    public GraphWriter(Neo4jConfig config) {
        target = new Neo4jTarget(config);
    }

    /**
     * Writes facts in one transaction; they may be there already.
     *
     * @throws IOException when the server does not take them, with a sentence
     */
    public void write(List<Facts> facts) throws IOException {
        facts.forEach(target::add);
        try {
            target.send();
        } finally {
            target.clear();
        }
    }

    @Override
    public void close() {
        target.close();
    }
}

package io.huihui.connectors.neo4j;

import java.io.IOException;
import java.util.List;

/** Writes one kind of record without a job. For one thread. */
public final class GraphWriter<T> implements AutoCloseable {

    private final Neo4jTarget<T> target;

    /** A writer that connects with the first records. */
    public GraphWriter(GraphWrite<T> write, Neo4jConfig config) {
        target = new Neo4jTarget<>(write, config);
    }

    /**
     * Writes records in one transaction; they may be there already.
     *
     * @throws IOException when the server does not take them, with a sentence
     */
    public void write(List<T> records) throws IOException {
        records.forEach(target::add);
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

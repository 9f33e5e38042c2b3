package io.huihui.connectors.neo4j;

import io.huihui.connectors.batch.BatchTarget;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.exceptions.Neo4jException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes batches of one kind of record, each as one statement in one transaction. */
final class Neo4jTarget<T> implements BatchTarget<T> {

    /** The parameters are encoded only when sent; a row of the graph is about this large. */
    private static final int ROW_BYTES = 512;

    private final GraphWrite<T> write;
    private final Neo4jConfig config;
    private final List<Value> pending = new ArrayList<>();

    private Driver driver;

    Neo4jTarget(GraphWrite<T> write, Neo4jConfig config) {
        this.write = write;
        this.config = config;
    }

    @Override
    public void add(T record) {
        pending.add(write.row().of(record));
    }

    @Override
    public int rows() {
        return pending.size();
    }

    @Override
    public int bytes() {
        return pending.size() * ROW_BYTES;
    }

    @Override
    public void clear() {
        pending.clear();
    }

    @Override
    public String name() {
        return "Neo4j at " + config.uri() + ", " + write.name();
    }

    /** Sends the batch; the graph does not say which rows were new, so all count as new. */
    @Override
    public long send() throws IOException {
        if (driver == null) {
            driver = Neo4jConnections.open(config);
        }
        Value parameters = Values.parameters("rows", pending);
        TransactionConfig limits =
                TransactionConfig.builder().withTimeout(config.transactionTimeout()).build();
        try (Session session = Neo4jConnections.session(driver, config)) {
            session.executeWriteWithoutResult(
                    transaction -> transaction.run(write.cypher(), parameters).consume(), limits);
            return pending.size();
        } catch (Neo4jException failure) {
            throw Neo4jFailures.translate(failure, config, write.name());
        }
    }

    @Override
    public void close() {
        if (driver != null) {
            driver.close();
            driver = null;
        }
    }
}

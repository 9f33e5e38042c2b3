package io.huihui.connectors.neo4j;

import io.huihui.models.Require;

import org.neo4j.driver.Value;

import java.io.Serializable;

/**
 * How one kind of record gets into the graph.
 *
 * @param name part of the sink's uid, lower case with hyphens
 * @param cypher a statement that starts with {@code UNWIND $rows AS row} and only merges by
 *     deterministic ids, so that running it again changes nothing
 * @param row reads the parameters of one record
 */
public record GraphWrite<T>(String name, String cypher, Row<T> row) implements Serializable {

    /** Reads the parameters of one record, as a map value. */
    @FunctionalInterface
    public interface Row<T> extends Serializable {
        Value of(T record);
    }

    public GraphWrite {
        Require.that(
                name.matches("[a-z][a-z-]*"), "a name of lower-case letters and -", "name=" + name);
        Require.that(
                cypher.startsWith("UNWIND $rows AS row"),
                "a statement that starts with UNWIND $rows AS row",
                cypher);
        Require.present("row", row);
    }
}

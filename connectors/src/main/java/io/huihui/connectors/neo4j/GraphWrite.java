package io.huihui.connectors.neo4j;

import io.huihui.models.Require;
import io.huihui.models.graph.Facts;

import java.io.Serializable;

/**
 * How one kind of record gets into the graph.
 *
 * @param name part of the uid of what makes the facts, lower case with hyphens
 * @param facts says what a record adds
 */
public record GraphWrite<T>(String name, FactsOf<T> facts) implements Serializable {

    /** Says what a record adds to the graph. */
    @FunctionalInterface
    public interface FactsOf<T> extends Serializable {
        Facts of(T record);
    }

    public GraphWrite {
        Require.that(
                name.matches("[a-z][a-z-]*"), "a name of lower-case letters and -", "name=" + name);
        Require.present("facts", facts);
    }
}

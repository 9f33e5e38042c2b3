package io.huihui.jobs;

import io.huihui.connectors.neo4j.Neo4jConfig;
import io.huihui.connectors.postgres.PostgresConfig;
import io.huihui.jobs.config.JobConfig;
import io.huihui.models.OrNull;

/**
 * Where a live job keeps results beside Kafka's topics.
 *
 * @param postgres null without tables
 * @param neo4j null without a graph
 */
public record Stores(@OrNull PostgresConfig postgres, @OrNull Neo4jConfig neo4j) {

    /** Returns the stores of a configuration, with their passwords from the environment. */
    static Stores of(JobConfig config) {
        return new Stores(
                config.postgres().enabled() ? config.postgres().resolve(config.job()) : null,
                config.neo4j().enabled() ? config.neo4j().resolve() : null);
    }

    /** Returns no store. */
    public static Stores none() {
        return new Stores(null, null);
    }
}

package io.huihui.console;

import io.huihui.models.OrNull;
import io.huihui.models.Require;

/**
 * What the console reads.
 *
 * @param kafka bootstrap servers
 * @param postgres address, e.g. {@code jdbc:postgresql://127.0.0.1:5432/huihui}; null for no
 *     history
 * @param postgresUser a member of {@code huihui_reader}
 * @param neo4j address, e.g. {@code bolt://127.0.0.1:7687}; null for no graph
 * @param flink address of Flink's REST interface; null for no word on the job
 * @param group consumer group in which the job commits what it has read
 */
public record ConsoleSources(
        String kafka,
        @OrNull String postgres,
        String postgresUser,
        String postgresPassword,
        @OrNull String neo4j,
        String neo4jUser,
        String neo4jPassword,
        @OrNull String flink,
        String group) {

    public ConsoleSources {
        Require.text("kafka", kafka);
        Require.present("postgresUser", postgresUser);
        Require.present("postgresPassword", postgresPassword);
        Require.present("neo4jUser", neo4jUser);
        Require.present("neo4jPassword", neo4jPassword);
        Require.text("group", group);
    }

    @Override
    public String toString() {
        return "ConsoleSources[" + kafka + ", " + postgres + ", " + neo4j + ", " + flink + "]";
    }
}

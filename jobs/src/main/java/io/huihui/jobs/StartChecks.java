package io.huihui.jobs;

import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.connectors.neo4j.GraphMigrations;
import io.huihui.connectors.postgres.PostgresCopySink;
import io.huihui.jobs.config.JobConfig;

/**
 * Looks before a live job starts whether what it needs is there. A job that was started without
 * would restart for ever, and whoever started it would have to find the reason in its logs.
 */
final class StartChecks {

    private StartChecks() {}

    /** Throws an exception whose message is one sentence on what is missing and what to do. */
    static void run(JobConfig config) {
        KafkaTopics.require(config.kafka().bootstrapServers());
        if (config.postgres().enabled()) {
            PostgresCopySink.verify(StorePlaces.tables(), config.postgres().resolve(config.job()));
        }
        if (config.neo4j().enabled()) {
            GraphMigrations.require(config.neo4j().resolve());
        }
    }
}

package io.huihui.connectors.kafka;

import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;

import java.time.Duration;

/** Settings of jobs that tests run in their own process. */
final class StrictJobs {

    private StrictJobs() {}

    /** Returns settings that refuse what the main job refuses, with a checkpoint twice a second. */
    static Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
        return configuration;
    }
}

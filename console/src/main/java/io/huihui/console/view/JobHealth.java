package io.huihui.console.view;

/**
 * How the main job is doing, by Flink.
 *
 * @param checkpointAgeMillis since the last checkpoint ended, by the clock; null before the first
 * @param lagRecords records of its topics that it had not read at its last checkpoint; null when
 *     nothing was committed yet
 */
public record JobHealth(
        String id,
        String state,
        Long checkpointAgeMillis,
        long checkpointsCompleted,
        long checkpointsFailed,
        Long lagRecords) {}

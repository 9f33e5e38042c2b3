package io.huihui.console.view;

import io.huihui.models.OrNull;

import java.util.List;

/**
 * How everything is doing.
 *
 * @param trouble why no records come, in a sentence; null when they do
 * @param readAgeMillis since the reader last asked Kafka, by the clock; null before
 * @param records read since the start
 * @param undecodable records that were no valid record of their topic
 * @param job null when Flink does not answer, was not named, or runs no job
 * @param jobTrouble why there is no job; null when there is
 * @param sinceEvent from event time to the console; of a simulated market, whose time is its own,
 *     without meaning
 * @param sinceKafka from Kafka to the console
 * @param compass how long its frames took
 * @param conflated records that a slow client never got, since newer ones came
 */
public record Health(
        @OrNull String trouble,
        Long readAgeMillis,
        long records,
        long undecodable,
        @OrNull JobHealth job,
        @OrNull String jobTrouble,
        List<Breaker> breakers,
        List<Bin> sinceEvent,
        List<Bin> sinceKafka,
        FrameTimes compass,
        int clients,
        long frames,
        long conflated) {}

package io.huihui.connectors.stream;

import io.huihui.models.decision.DeadLetter;

import org.apache.flink.streaming.api.datastream.DataStream;

/** What a source gives to the graph: its records, and what could not be one. */
public record SourceOutput<T>(DataStream<T> records, DataStream<DeadLetter> deadLetters) {}

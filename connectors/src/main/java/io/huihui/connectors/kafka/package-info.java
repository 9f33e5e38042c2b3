/** Kafka: sources that part records from dead letters, sinks with deterministic record ids. */
package io.huihui.connectors.kafka;

/**
 * Real Kafka, Postgres, Neo4j and Flink as processes of this machine. Every server listens on
 * loopback only, keeps its files in the folder it was given, and ends with the process that started
 * it.
 */
package io.huihui.stack;

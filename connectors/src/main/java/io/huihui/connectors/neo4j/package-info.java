/**
 * Neo4j as a graph of who was in which state, what was advised and how it turned out, each relation
 * with the time from which and to which it holds.
 */
package io.huihui.connectors.neo4j;

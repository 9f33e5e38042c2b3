/**
 * Neo4j as the graph of what hangs together: written in batches that may be repeated, brought to a
 * release by migrations, and asked as of a moment.
 */
package io.huihui.connectors.neo4j;

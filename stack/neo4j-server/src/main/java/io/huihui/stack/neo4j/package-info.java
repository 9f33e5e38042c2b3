/** The main class of the Neo4j process; seen by no other module at compile time. */
package io.huihui.stack.neo4j;

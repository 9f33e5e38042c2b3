/** How fast the graph answers while it is written. */
package io.huihui.benchmarks.graph;

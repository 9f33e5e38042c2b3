/** What was known around a decision, from a mirror of the graph. */
package io.huihui.operators.graph;

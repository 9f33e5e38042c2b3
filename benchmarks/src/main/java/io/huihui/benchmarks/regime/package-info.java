/** Regime models on recorded markets. */
package io.huihui.benchmarks.regime;

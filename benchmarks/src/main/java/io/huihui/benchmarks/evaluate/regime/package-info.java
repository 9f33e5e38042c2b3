/** How well the regime models find what was planted, and how well anyone could. */
package io.huihui.benchmarks.evaluate.regime;

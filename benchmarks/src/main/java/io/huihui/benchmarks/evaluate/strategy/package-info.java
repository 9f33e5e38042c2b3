/** What the strategy composer finds where something, or nothing, is planted. */
package io.huihui.benchmarks.evaluate.strategy;

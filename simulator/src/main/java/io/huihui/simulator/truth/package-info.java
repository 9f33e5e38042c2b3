/**
 * What caused the simulated feed. Only {@code io.huihui.benchmarks.evaluate} may read it: a model
 * that sees the truth proves nothing.
 */
package io.huihui.simulator.truth;

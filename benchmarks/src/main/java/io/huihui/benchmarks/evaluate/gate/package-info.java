/** How good the gate is, where it is known which expert should be listened to. */
package io.huihui.benchmarks.evaluate.gate;

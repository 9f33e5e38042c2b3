/** What remembered situations are worth. */
package io.huihui.benchmarks.evaluate.memory;

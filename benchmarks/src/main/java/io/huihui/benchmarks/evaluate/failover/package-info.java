/** What becomes of answers while experts fail. */
package io.huihui.benchmarks.evaluate.failover;

/** Quality on planted truth, over seeds, with intervals. */
package io.huihui.benchmarks.evaluate;

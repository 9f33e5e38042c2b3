/** How good the flow expert and its parts are on planted truth. */
package io.huihui.benchmarks.evaluate.flow;

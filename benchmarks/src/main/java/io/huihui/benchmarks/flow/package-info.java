/** Speed and accuracy of the flow expert's parts on real recordings. */
package io.huihui.benchmarks.flow;

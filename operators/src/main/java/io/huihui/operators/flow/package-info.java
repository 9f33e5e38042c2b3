/** The flow expert on a stream. */
package io.huihui.operators.flow;

/** The gate on a stream of opinions. */
package io.huihui.operators.gating;

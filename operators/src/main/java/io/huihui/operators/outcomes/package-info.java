/** Predictions meet what the price then did. */
package io.huihui.operators.outcomes;

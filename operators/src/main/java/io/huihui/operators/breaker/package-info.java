/** How an operator calls what may hang, without hanging itself. */
package io.huihui.operators.breaker;

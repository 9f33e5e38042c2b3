/** The regime expert on a stream. */
package io.huihui.operators.regime;

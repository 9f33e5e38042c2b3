/** From verdicts to directives on a stream. */
package io.huihui.operators.directives;

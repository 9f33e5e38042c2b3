/** Patterns of a history that has come to its end. */
package io.huihui.operators.mining;

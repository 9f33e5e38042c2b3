/** Market events of a symbol to one feature snapshot per event-time second. */
package io.huihui.operators.features;

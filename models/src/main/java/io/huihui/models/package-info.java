/** The vocabulary and the mathematics of HuiHui. Sees the JDK only; no I/O, no clock. */
package io.huihui.models;

/**
 * The compass: twelve axes of a symbol at five time frames, as radii and percentiles. All symbols
 * lie in flat arrays, and computing a frame allocates nothing.
 */
package io.huihui.console.compass;

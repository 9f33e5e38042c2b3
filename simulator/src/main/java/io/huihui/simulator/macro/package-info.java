/** Macro figures: announced ahead, released with a surprise that may switch all symbols. */
package io.huihui.simulator.macro;

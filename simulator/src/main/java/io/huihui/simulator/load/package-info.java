/** Cheap load for speed measurements: realistic sizes and ticks, no planted truth. */
package io.huihui.simulator.load;

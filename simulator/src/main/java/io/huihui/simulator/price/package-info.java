/** The efficient price: seasonality, states, common factor, planned drifts, jumps and impact. */
package io.huihui.simulator.price;

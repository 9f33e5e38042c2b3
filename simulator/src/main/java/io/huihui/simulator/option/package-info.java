/** Options of one symbol: contracts, implied surface, customers' flow, dealers, chain snapshots. */
package io.huihui.simulator.option;

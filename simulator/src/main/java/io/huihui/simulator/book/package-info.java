/** The order book and the tape of the underlying: queues, spoofs, bursts, prints, hidden blocks. */
package io.huihui.simulator.book;

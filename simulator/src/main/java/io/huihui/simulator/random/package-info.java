/** Seeded random streams with a stated algorithm, one per purpose, symbol and session. */
package io.huihui.simulator.random;

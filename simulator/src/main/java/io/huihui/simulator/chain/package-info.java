/** The latent chain: eight market states of random length, six micro-states inside them. */
package io.huihui.simulator.chain;

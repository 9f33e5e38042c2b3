/** Hidden Markov models with Gaussian emissions: fitted offline, filtered online. */
package io.huihui.models.expert.regime.hmm;

package io.huihui.models.metric;

/**
 * What customers did in one contract.
 *
 * @param net contracts bought less sold
 * @param netPremium currency bought less sold
 * @param volume contracts traded
 * @param premium currency traded
 */
record ContractFlow(double net, double netPremium, double volume, double premium) {}

/**
 * A market with planted truth: regimes, prices, books, prints, options, news and macro figures
 * whose causes are known, told to a sink in the order in which they arrive. What caused them goes
 * to another sink ({@code io.huihui.simulator.truth}) that only the evaluator reads. It claims
 * nothing about live markets; {@code docs/simulator.md} says what is planted.
 */
package io.huihui.simulator;

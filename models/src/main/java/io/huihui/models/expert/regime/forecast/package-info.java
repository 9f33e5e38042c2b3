/**
 * The state-space forecaster of market conditions: seconds to observations, a filter over
 * conditions that last, and the risk that the present one ends.
 */
package io.huihui.models.expert.regime.forecast;

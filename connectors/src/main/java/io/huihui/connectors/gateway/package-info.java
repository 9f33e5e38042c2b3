/**
 * The gateway: polls providers of option chains, symbol by symbol, and sends what they say as the
 * events that the main job reads.
 */
package io.huihui.connectors.gateway;

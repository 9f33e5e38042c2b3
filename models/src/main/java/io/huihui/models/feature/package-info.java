/**
 * What is computed from the market, per symbol and event-time second, and how far it may be
 * trusted.
 */
package io.huihui.models.feature;

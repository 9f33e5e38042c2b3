/**
 * Providers of option chains: typed clients, a cache of their answers that all who ask share, and
 * the change from one to another when one fails.
 */
package io.huihui.connectors.provider;

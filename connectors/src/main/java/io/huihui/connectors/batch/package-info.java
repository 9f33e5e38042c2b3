/**
 * Buffered writing shared by the sinks of stores: when a batch is sent, how a failed one is tried
 * again, and what is counted.
 */
package io.huihui.connectors.batch;

/**
 * Recorded markets: folders of one file per topic in event-time order, and how they are replayed.
 */
package io.huihui.connectors.tape;

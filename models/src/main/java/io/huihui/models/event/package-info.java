/**
 * What the market says: one record per kind of message. Prices are in the quote currency per share,
 * sizes in shares or contracts, times in milliseconds since the epoch, UTC.
 */
package io.huihui.models.event;

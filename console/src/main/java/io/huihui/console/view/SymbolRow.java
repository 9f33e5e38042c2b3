package io.huihui.console.view;

/**
 * A symbol that the console has heard of.
 *
 * @param eventTimeMillis event time of the newest record of it
 */
public record SymbolRow(String symbol, long eventTimeMillis) {}

package io.huihui.console.store;

/**
 * Which rows are asked for.
 *
 * @param fromMillis event time, inclusive
 * @param toMillis exclusive
 * @param limit rows of a page
 * @param before cursor; empty for the first page
 */
public record Span(String symbol, long fromMillis, long toMillis, int limit, String before) {}

package io.huihui.console.view;

/**
 * How many took at most so long, and longer than the bin before.
 *
 * @param atMostMillis null in the last bin, which has no end
 */
public record Bin(Long atMostMillis, long count) {}

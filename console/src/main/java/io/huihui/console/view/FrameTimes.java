package io.huihui.console.view;

/**
 * How long it took to compute and encode the compasses of all symbols, of the last two minutes.
 *
 * @param frames since the start
 * @param p50Millis null before the first
 * @param p95Millis likewise
 */
public record FrameTimes(long frames, Double p50Millis, Double p95Millis) {}

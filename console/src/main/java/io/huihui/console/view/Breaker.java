package io.huihui.console.view;

/**
 * The last word on a circuit breaker.
 *
 * @param symbol under which it was told
 * @param subject what it guards, e.g. an expert or a store
 * @param open whether what it guards is left alone
 */
public record Breaker(
        String symbol, String subject, boolean open, long sinceMillis, String sentence) {}

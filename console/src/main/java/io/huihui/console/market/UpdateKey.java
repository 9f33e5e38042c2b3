package io.huihui.console.market;

/**
 * What a newer record replaces.
 *
 * @param topic short name
 * @param key the symbol; empty for the whole market
 * @param slot tells apart what a symbol has several of
 */
public record UpdateKey(String topic, String key, String slot) {}

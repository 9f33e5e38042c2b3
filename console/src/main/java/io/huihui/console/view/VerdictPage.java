package io.huihui.console.view;

import io.huihui.models.OrNull;

import java.util.List;

/**
 * Verdicts, newest first.
 *
 * @param next cursor of the next page; null at the end
 */
public record VerdictPage(String symbol, List<VerdictRow> rows, @OrNull String next) {}

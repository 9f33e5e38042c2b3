package io.huihui.console.view;

import io.huihui.models.OrNull;

import java.util.List;

/**
 * Outcomes, newest first.
 *
 * @param next cursor of the next page; null at the end
 */
public record OutcomePage(String symbol, List<OutcomeRow> rows, @OrNull String next) {}

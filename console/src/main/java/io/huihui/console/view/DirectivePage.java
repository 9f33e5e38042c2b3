package io.huihui.console.view;

import io.huihui.models.OrNull;

import java.util.List;

/**
 * Directives, newest first.
 *
 * @param next cursor of the next page; null at the end
 */
public record DirectivePage(String symbol, List<DirectiveRow> rows, @OrNull String next) {}

package io.huihui.console.view;

import io.huihui.models.OrNull;

import java.util.List;

/**
 * Dead letters, newest first.
 *
 * @param next cursor of the next page; null at the end
 */
public record DeadLetterPage(List<DeadLetterRow> rows, @OrNull String next) {}

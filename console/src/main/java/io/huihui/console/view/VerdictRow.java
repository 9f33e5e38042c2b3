package io.huihui.console.view;

import java.util.List;

/**
 * A verdict from the store; the meaning of its parts is that of {@code Verdict}.
 *
 * @param weights one per expert
 */
public record VerdictRow(
        long eventTimeMillis,
        String gateVersion,
        double confidence,
        double agreement,
        List<ThesisRow> theses,
        List<NamedValue> weights,
        List<NamedValue> contributions,
        List<String> missing,
        String marketState,
        List<String> eventRegimes,
        boolean conflicted) {}

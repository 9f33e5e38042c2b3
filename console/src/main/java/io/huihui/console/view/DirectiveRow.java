package io.huihui.console.view;

import io.huihui.models.OrNull;

import java.util.List;

/** A directive from the store; the meaning of its parts is that of {@code Directive}. */
public record DirectiveRow(
        long eventTimeMillis,
        String configVersion,
        String id,
        String action,
        @OrNull String noTradeReason,
        String reason,
        @OrNull String thesis,
        @OrNull String structure,
        Long horizonMinutes,
        Double stopPrice,
        List<Double> targetPrices,
        Double underlyingPrice,
        Double conviction,
        Double probability,
        List<NamedValue> rationale,
        String marketState,
        List<String> signals) {}

package io.huihui.connectors.provider;

import java.util.List;

/** What is asked of ConvexValue for an underlying, and the order in which it answers. */
enum ConvexValueUnderlying {
    PRICE("price"),
    OPEN("day_open_price"),
    HIGH("day_high_price"),
    LOW("day_low_price"),
    PREVIOUS_CLOSE("prev_day_close_price"),
    VOLUME("day_volume"),
    VOLATILITY("volatility");

    static final List<String> PARAMETERS =
            List.of(values()).stream().map(field -> field.parameter).toList();

    private final String parameter;

    ConvexValueUnderlying(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}

package io.huihui.connectors.provider;

import java.util.List;

/** What is asked of ConvexValue for each contract, and the order in which it answers. */
enum ConvexValueField {
    PRICE("price"),
    BID("bid_price"),
    ASK("ask_price"),
    BID_SIZE("bid_size"),
    ASK_SIZE("ask_size"),
    THEORETICAL("theo"),
    VOLATILITY("volatility"),
    OPEN_INTEREST("oi"),
    MULTIPLIER("multiplier"),
    DELTA("delta"),
    GAMMA("gamma"),
    THETA("theta"),
    VEGA("vega"),
    VANNA("vanna"),
    VOMMA("vomma"),
    CHARM("charm"),
    VOLUME("day_volume"),
    VOLUME_BOUGHT("volm_buy"),
    VOLUME_SOLD("volm_sell"),
    VALUE_BOUGHT("value_buy"),
    VALUE_SOLD("value_sell");

    /** All of them; one that the provider does not know, and it answers nothing at all. */
    static final List<String> PARAMETERS =
            List.of(values()).stream().map(field -> field.parameter).toList();

    private final String parameter;

    ConvexValueField(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}

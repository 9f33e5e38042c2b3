package io.huihui.console.view;

import java.util.List;

/**
 * All that is known of a symbol now.
 *
 * @param updates the newest record of each topic and slot, as in a message of {@code /live}
 */
public record SymbolState(String symbol, List<Update> updates) {

    /** Stands for any record of a topic; the contract says which there are. */
    public record Update(String topic, String key, String slot) {}
}

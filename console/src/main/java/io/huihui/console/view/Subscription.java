package io.huihui.console.view;

import java.util.List;

/**
 * What a client of {@code /live} wants to hear; it replaces what the client wanted before.
 *
 * @param topics short names, e.g. {@code verdicts}; {@code compass} for the binary frames
 * @param symbols empty for all
 */
public record Subscription(List<String> topics, List<String> symbols) {

    public Subscription {
        topics = List.copyOf(topics);
        symbols = List.copyOf(symbols);
    }
}

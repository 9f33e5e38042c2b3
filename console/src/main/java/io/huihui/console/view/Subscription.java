package io.huihui.console.view;

import io.huihui.models.Require;

import java.util.List;

/**
 * What a client of {@code /live} wants to hear; it replaces what the client wanted before.
 *
 * @param topics short names, e.g. {@code verdicts}; {@code compass} for the binary frames
 * @param symbols empty for all
 * @param features of those of topic {@code features}, as in {@code FeatureVector}; empty, or left
 *     out, for all
 */
public record Subscription(List<String> topics, List<String> symbols, List<String> features) {

    public Subscription {
        topics = List.copyOf(Require.present("topics", topics));
        symbols = List.copyOf(Require.present("symbols", symbols));
        features = features == null ? List.of() : List.copyOf(features);
    }
}

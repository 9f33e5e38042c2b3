package io.huihui.console.market;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Collection;

/**
 * Leaves in a rendered snapshot only some of its features, with their flags. A view of all symbols
 * shows two of them; the others would be nine tenths of what it is sent.
 */
final class ChosenFeatures {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FLAGS = "flags";

    private ChosenFeatures() {}

    /** Returns an update of topic {@code features} with these alone. */
    static String of(String update, Collection<String> wanted) {
        try {
            JsonNode whole = JSON.readTree(update);
            ObjectNode features = (ObjectNode) whole.at("/record/features");
            JsonNode flags = features.get(FLAGS);
            features.retain(wanted);
            if (flags instanceof ObjectNode said) {
                features.set(FLAGS, said.retain(wanted));
            }
            return JSON.writeValueAsString(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("need an update of our own, was " + update, e);
        }
    }
}

package io.huihui.console.market;

import io.huihui.connectors.codec.RecordJson;
import io.huihui.connectors.topic.Topics;
import io.huihui.console.contract.LiveTopic;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A record as clients get it; it is rendered once, when the first of them takes it. */
public final class Update {

    private final UpdateKey key;
    private final long eventTimeMillis;
    private final Rendering rendering;
    private String json;

    /** As {@link #json}, of those features alone, by their names. */
    private final Map<Set<String>, String> narrowed = new HashMap<>(2);

    /** Renders the record of this update. */
    private interface Rendering {
        String line();
    }

    private Update(UpdateKey key, long eventTimeMillis, Rendering rendering) {
        this.key = key;
        this.eventTimeMillis = eventTimeMillis;
        this.rendering = rendering;
    }

    static <T> Update of(LiveTopic<T> live, RecordJson<T> renderer, T value) {
        return new Update(
                new UpdateKey(live.topic().shortName(), live.keyOf(value), live.slotOf(value)),
                live.topic().eventTimeMillisOf(value),
                () -> renderer.line(value));
    }

    public UpdateKey key() {
        return key;
    }

    public long eventTimeMillis() {
        return eventTimeMillis;
    }

    /** Returns it as {@code {"topic":..,"key":..,"slot":..,"record":{..}}}. */
    public synchronized String json() {
        if (json == null) {
            json =
                    "{\"topic\":\""
                            + key.topic()
                            + "\",\"key\":\""
                            + quoted(key.key())
                            + "\",\"slot\":\""
                            + quoted(key.slot())
                            + "\",\"record\":"
                            + rendering.line()
                            + "}";
        }
        return json;
    }

    /**
     * Returns it as {@link #json()}; a snapshot with these features alone. Those who want the same
     * share one rendering.
     *
     * @param features names as in {@code FeatureVector}; empty for all
     */
    public synchronized String json(Set<String> features) {
        return features.isEmpty() || !key.topic().equals(Topics.FEATURES.shortName())
                ? json()
                : narrowed.computeIfAbsent(features, wanted -> ChosenFeatures.of(json(), wanted));
    }

    private static String quoted(String text) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}

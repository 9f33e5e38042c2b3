package io.huihui.console.market;

import io.huihui.connectors.codec.RecordJson;
import io.huihui.console.contract.LiveTopic;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** A record as clients get it; it is rendered once, when the first of them takes it. */
public final class Update {

    private final UpdateKey key;
    private final long eventTimeMillis;
    private final Rendering rendering;
    private String json;

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

    private static String quoted(String text) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}

package io.huihui.operators.sent;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.Sent;

import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was sent to all symbols, and the state it is kept in: the last {@link #MOST}, as they came,
 * so that a later release reads them anew. One that it does not understand holds no more.
 *
 * @param <K> as it is kept; checks nothing
 * @param <T> as it is used
 */
public final class SentState<K, T> {

    /** That are kept: a symbol that is behind still asks for those before the newest. */
    public static final int MOST = 16;

    private static final Logger LOG = LoggerFactory.getLogger(SentState.class);

    /** How something is kept. */
    public interface Form<K, T> {

        /** Returns where it stands among the others. */
        Sent.Place place(K kept);

        /**
         * Returns what was kept.
         *
         * @throws InvalidRecordException when this release does not understand it
         */
        T read(K kept);
    }

    private final T before;
    private final Form<K, T> form;
    private Sent<T> sent;

    /**
     * @param before what holds before anything that was sent
     */
    public SentState(T before, Form<K, T> form) {
        this.before = before;
        this.form = form;
    }

    /** Returns what was sent, by time. */
    public Sent<T> all(ReadOnlyBroadcastState<String, K> kept) throws Exception {
        if (sent == null) {
            sent = new Sent<>(before);
            for (Map.Entry<String, K> entry : kept.immutableEntries()) {
                restore(entry.getValue());
            }
        }
        return sent;
    }

    private void restore(K kept) {
        Sent.Place place = form.place(kept);
        try {
            sent.add(place, form.read(kept));
        } catch (InvalidRecordException notUnderstood) {
            LOG.warn(
                    "what {} sent before is not understood by this release and holds no more: {}",
                    place.source(),
                    notUnderstood.getMessage());
        }
    }

    /** Takes what was sent. */
    public void add(K keep, BroadcastState<String, K> kept) throws Exception {
        Sent.Place place = form.place(keep);
        all(kept).add(place, form.read(keep));
        kept.put(key(place), keep);
        TreeMap<Sent.Place, String> order = new TreeMap<>();
        for (Map.Entry<String, K> entry : kept.immutableEntries()) {
            order.put(form.place(entry.getValue()), entry.getKey());
        }
        while (order.size() > MOST) {
            kept.remove(order.pollFirstEntry().getValue());
            sent = null;
        }
    }

    private static String key(Sent.Place place) {
        return place.eventTimeMillis() + "/" + place.source() + "/" + place.sequence();
    }
}

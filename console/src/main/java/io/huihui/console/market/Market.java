package io.huihui.console.market;

import io.huihui.connectors.codec.RecordJson;
import io.huihui.console.contract.LiveTopic;
import io.huihui.console.contract.LiveTopics;
import io.huihui.models.decision.Alert;
import io.huihui.models.decision.MarketState;
import io.huihui.models.feature.FeatureSnapshot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The newest record of each topic, key and slot, and the series of what charts show. One thread
 * writes, any number read.
 */
public final class Market {

    /** Of one topic and key; then the slot that was new longest ago is forgotten. */
    static final int MOST_SLOTS = 128;

    private final Map<UpdateKey, Update> newest = new ConcurrentHashMap<>();
    private final Map<UpdateKey, Alert> breakers = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<String, Long> symbols = new ConcurrentSkipListMap<>();
    private final SeriesBook series = new SeriesBook();

    /** By key without its slot: the slots in the order in which they came up. Writer only. */
    private final Map<UpdateKey, ArrayDeque<UpdateKey>> slots = new HashMap<>();

    /** By short name: renderers, which any thread may use. Writer only. */
    private final Map<String, Channel<?>> channels = new HashMap<>();

    private final List<Consumer<Update>> listeners;
    private final MarketListener typed;

    /** A topic and how its records are rendered. */
    private static final class Channel<T> {
        private final LiveTopic<T> live;
        private final RecordJson<T> json;

        private Channel(LiveTopic<T> live) {
            this.live = live;
            this.json = live.topic().newJson();
        }

        private Update update(T value) {
            return Update.of(live, json, value);
        }
    }

    /**
     * @param listeners hear of each new record, in the writer's thread
     */
    public Market(List<Consumer<Update>> listeners) {
        this(listeners, MarketListener.NONE);
    }

    /**
     * @param listeners as above
     * @param typed hears of every snapshot and every state, older ones included
     */
    public Market(List<Consumer<Update>> listeners, MarketListener typed) {
        this.listeners = List.copyOf(listeners);
        this.typed = typed;
        LiveTopics.all()
                .forEach(live -> channels.put(live.topic().shortName(), new Channel<>(live)));
    }

    /** Takes a record; one that is older than what is known is only of use to the series. */
    public <T> void accept(LiveTopic<T> live, T value) {
        if (value instanceof FeatureSnapshot snapshot) {
            series.add(snapshot);
            typed.features(snapshot);
        } else if (value instanceof MarketState state) {
            typed.state(state);
        }
        Update update = channelOf(live).update(value);
        Update known = newest.get(update.key());
        if (known != null && known.eventTimeMillis() > update.eventTimeMillis()) {
            return;
        }
        newest.put(update.key(), update);
        if (known == null) {
            remember(update.key());
        }
        if (value instanceof Alert alert && update.key().slot().startsWith(LiveTopics.BREAKER)) {
            breakers.put(update.key(), alert);
        }
        if (!update.key().key().equals(LiveTopic.MARKET)) {
            symbols.merge(update.key().key(), update.eventTimeMillis(), Math::max);
        }
        listeners.forEach(listener -> listener.accept(update));
    }

    /** Safe: a channel was made from the very topic under whose name it is kept. */
    @SuppressWarnings("unchecked")
    private <T> Channel<T> channelOf(LiveTopic<T> live) {
        return (Channel<T>) channels.get(live.topic().shortName());
    }

    private void remember(UpdateKey key) {
        ArrayDeque<UpdateKey> known =
                slots.computeIfAbsent(
                        new UpdateKey(key.topic(), key.key(), ""), any -> new ArrayDeque<>());
        known.addLast(key);
        if (known.size() > MOST_SLOTS) {
            UpdateKey forgotten = known.removeFirst();
            newest.remove(forgotten);
            breakers.remove(forgotten);
        }
    }

    /** Returns the newest records that are wanted, by topic, key and slot. */
    public List<Update> state(Predicate<UpdateKey> wanted) {
        List<Update> state = new ArrayList<>();
        newest.forEach(
                (key, update) -> {
                    if (wanted.test(key)) {
                        state.add(update);
                    }
                });
        state.sort(
                Comparator.comparing((Update update) -> update.key().topic())
                        .thenComparing(update -> update.key().key())
                        .thenComparing(update -> update.key().slot()));
        return state;
    }

    /** Returns the symbols heard of, with the event time of their newest record. */
    public Map<String, Long> symbols() {
        return new TreeMap<>(symbols);
    }

    /** Returns the last word on each breaker. */
    public List<Alert> breakers() {
        return breakers.values().stream().sorted(Comparator.comparing(Alert::id)).toList();
    }

    public SeriesBook series() {
        return series;
    }
}

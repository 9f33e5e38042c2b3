package io.huihui.cli;

import io.huihui.cli.chaos.ExpectedSnapshots;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.simulator.MarketSink;
import io.huihui.simulator.Simulation;
import io.huihui.simulator.SimulationConfig;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;

/**
 * The first minutes of a simulated session in event-time order, and which snapshots must come of
 * them, counted without any code of the job.
 */
final class OrderedMarket {

    private static final long SECOND = 1000;

    /**
     * The last seconds are not asked for: no later event closes them, and a chain, which comes once
     * a minute, may hold them back when the job is restarted after the last. Everything up to them
     * must be there.
     */
    private static final long TAIL_MILLIS = 60 * SECOND + Feeding.OUT_OF_ORDERNESS_MILLIS;

    private final List<MarketEvent> events;
    private final List<NewsItem> news;
    private final ExpectedSnapshots expected;

    private OrderedMarket(List<MarketEvent> events, List<NewsItem> news) {
        this.events = events;
        this.news = news;
        this.expected = expected(events);
    }

    /** Returns the first minutes of the market of these symbols. */
    static OrderedMarket of(SimulationConfig config, int minutes, Set<String> symbols) {
        List<MarketEvent> events = new ArrayList<>();
        List<NewsItem> news = new ArrayList<>();
        Simulation simulation = new Simulation(config);
        MarketSink sink =
                new MarketSink() {
                    @Override
                    public void event(MarketEvent event, long arrivalMillis) {
                        if (symbols.contains(event.symbol())) {
                            events.add(event);
                        }
                    }

                    @Override
                    public void news(NewsItem item, long arrivalMillis) {
                        news.add(item);
                    }

                    @Override
                    public void media(MediaItem item, long arrivalMillis) {}

                    @Override
                    public void macro(MacroRelease release, long arrivalMillis) {}
                };
        for (int second = 0; second < minutes * 60; second++) {
            simulation.advance(sink, truth -> {});
        }
        events.sort(Comparator.comparingLong(MarketEvent::eventTimeMillis));
        news.sort(Comparator.comparingLong(NewsItem::receivedTimeMillis));
        return new OrderedMarket(List.copyOf(events), List.copyOf(news));
    }

    /** Event time from the first event to the last. */
    long seconds() {
        long first = events.get(0).eventTimeMillis();
        return (events.get(events.size() - 1).eventTimeMillis() - first) / SECOND;
    }

    int size() {
        return events.size() + news.size();
    }

    /** Sends all of it; before each event {@code turn} gets the share that has gone, 0 to 1. */
    void feed(KafkaFeed feed, DoubleConsumer turn) {
        int next = 0;
        for (int i = 0; i < events.size(); i++) {
            MarketEvent event = events.get(i);
            turn.accept((double) i / events.size());
            while (next < news.size()
                    && news.get(next).receivedTimeMillis() <= event.eventTimeMillis()) {
                feed.send(Topics.NEWS, news.get(next++));
            }
            feed.sendAs(Topics.of(event), event);
        }
    }

    /** Returns the snapshots that must be there. */
    Set<String> expectedSnapshots() {
        return expected.all();
    }

    /** Returns whether the snapshot is one of the last, which may be there or not. */
    boolean inTail(String snapshot) {
        return expected.inTail(snapshot);
    }

    private static ExpectedSnapshots expected(List<MarketEvent> events) {
        Map<String, Long> first = new TreeMap<>();
        events.forEach(event -> first.putIfAbsent(event.symbol(), event.eventTimeMillis()));
        long last = events.get(events.size() - 1).eventTimeMillis();
        return new ExpectedSnapshots(first, last, TAIL_MILLIS);
    }
}

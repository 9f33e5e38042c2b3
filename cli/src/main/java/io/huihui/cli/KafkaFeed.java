package io.huihui.cli;

import io.huihui.connectors.kafka.KafkaFeeder;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.simulator.MarketSink;

/** Sends records to their topics, in the order in which they come, at a steady rate. */
final class KafkaFeed implements MarketSink, AutoCloseable {

    private final KafkaFeeder feeder;
    private final Pace pace;

    KafkaFeed(String brokers, Pace pace) {
        this.feeder = new KafkaFeeder(brokers);
        this.pace = pace;
    }

    @Override
    public void event(MarketEvent event, long arrivalMillis) {
        sendAs(Topics.of(event), event);
    }

    @Override
    public void news(NewsItem item, long arrivalMillis) {
        send(Topics.NEWS, item);
    }

    @Override
    public void media(MediaItem item, long arrivalMillis) {
        send(Topics.MEDIA, item);
    }

    @Override
    public void macro(MacroRelease release, long arrivalMillis) {
        send(Topics.MACRO, release);
    }

    /** Sends one record, waiting until the pace allows it. */
    <T> void send(Topic<T> topic, T value) {
        pace.next();
        feeder.send(topic, value);
    }

    /** As {@link #send}, for a value that is known to belong into the topic. */
    <T, R extends T> void sendAs(Topic<R> topic, T value) {
        send(topic, topic.recordClass().cast(value));
    }

    @Override
    public void close() {
        feeder.close();
    }
}

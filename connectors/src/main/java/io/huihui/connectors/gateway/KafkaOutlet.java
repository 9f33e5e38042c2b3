package io.huihui.connectors.gateway;

import io.huihui.connectors.kafka.KafkaFeeder;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.decision.DeadLetter;
import io.huihui.models.event.MarketEvent;

import java.util.List;

/** Sends to the topics that the main job reads. Safe for many threads. */
public final class KafkaOutlet implements Outlet, AutoCloseable {

    private final KafkaFeeder feeder;

    public KafkaOutlet(String brokers) {
        this.feeder = new KafkaFeeder(brokers);
    }

    @Override
    public synchronized void send(List<MarketEvent> events, List<DeadLetter> refused) {
        events.forEach(feeder::send);
        refused.forEach(letter -> feeder.send(Topics.DEAD_LETTERS, letter));
        feeder.flush();
    }

    @Override
    public synchronized void close() {
        feeder.close();
    }
}

package io.huihui.connectors.gateway;

import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.connectors.kafka.WrittenRecords;
import io.huihui.connectors.provider.StubServer;
import io.huihui.connectors.provider.TestTime;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.OptionKind;
import io.huihui.models.expert.flow.TrainedFlowExpert;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.metric.MetricConfig;
import io.huihui.models.metric.SymbolFeatures;
import io.huihui.stack.KafkaServer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The drill: for five minutes of an hour the primary is dead. Two providers on real sockets, a real
 * broker, and the features and the flow expert of the main job; only the time is ours.
 */
@Timeout(300)
class GatewayDrillIT {

    private static final WatchedSymbol SPY =
            new WatchedSymbol("SPY", ProviderName.CONVEXVALUE, ProviderName.TRADIER);

    private static final long START = TestTime.MORNING;
    private static final long MINUTE = 60_000;
    private static final long DIES = START + 40 * MINUTE;
    private static final long RETURNS = START + 45 * MINUTE;
    private static final long END = START + 60 * MINUTE;

    /**
     * By the clock of this machine, which may be busy: a healthy answer never takes so long. By
     * default it is a second; how long a change takes then is measured by the bench cache.
     */
    private static final Duration DEADLINE = Duration.ofSeconds(8);

    @TempDir Path folder;

    private final TestTime time = new TestTime();
    private final DrillMarket market = new DrillMarket(time);
    private final List<Polled> polls = new ArrayList<>();
    private final List<Long> pollMillis = new ArrayList<>();

    @Test
    void thePrimaryDiesForFiveMinutes() throws Exception {
        try (KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"));
                StubServer primary = new StubServer(this::primary);
                StubServer fallback = new StubServer(market::tradier)) {
            KafkaTopics.ensure(kafka.bootstrapServers(), 1);
            poll(kafka.bootstrapServers(), primary, fallback);

            assertThat(WrittenRecords.of(kafka.bootstrapServers(), Topics.DEAD_LETTERS.name()))
                    .isEmpty();
            List<MarketEvent> events = new ArrayList<>();
            events.addAll(read(kafka.bootstrapServers(), Topics.UNDERLYINGS));
            events.addAll(read(kafka.bootstrapServers(), Topics.CHAINS));
            events.sort(MarketEvent.EFFECT_ORDER);

            changesAtOnceAndBack();
            nothingIsMadeUp(events);
            theFlowExpertAbstainsAndNothingIsCountedTwice(events);
        }
    }

    /** Hangs for one call or two, then refuses, then talks nonsense. */
    private StubServer.Answer primary(StubServer.Call call) {
        long now = time.getAsLong();
        StubServer.Answer well = market.convexValue(call);
        if (now < DIES || now >= RETURNS) {
            return well;
        }
        if (now < DIES + MINUTE / 4) {
            return StubServer.Answer.stuck(well.body());
        }
        return now < DIES + 3 * MINUTE
                ? StubServer.Answer.status(503)
                : StubServer.Answer.ok("{\"data\":");
    }

    private void poll(String brokers, StubServer primary, StubServer fallback) throws Exception {
        GatewayConfig config = config(primary, fallback, List.of(SPY), DEADLINE);
        Providers providers = new Providers(config, name -> "secret", time, time);
        try (KafkaOutlet outlet = new KafkaOutlet(brokers);
                GatewayRounds rounds = new GatewayRounds(config, providers, outlet, time)) {
            rounds.run(
                    () -> time.getAsLong() < END,
                    polled -> {
                        polls.add(polled);
                        pollMillis.add(time.getAsLong());
                    },
                    time);
        }
    }

    /** Each poll has a chain of at most half a minute, flagged nowhere, from whoever lives. */
    private void changesAtOnceAndBack() {
        for (int i = 0; i < polls.size(); i++) {
            Polled polled = polls.get(i);
            long now = pollMillis.get(i);
            assertThat(polled.source()).as(polled.line()).isNotNull();
            assertThat(now - polled.cameMillis()).isBetween(0L, 30_000L);
            assertThat(polled.stale()).isFalse();
            if (polled.cameMillis() >= DIES && polled.cameMillis() < RETURNS) {
                assertThat(polled.source()).isEqualTo("tradier");
                assertThat(polled.problem()).startsWith("need ").doesNotContain("secret");
            }
            if (polled.cameMillis() < DIES || polled.cameMillis() > RETURNS + 10_000) {
                assertThat(polled.source()).isEqualTo("convexvalue");
            }
        }
        assertThat(polls.stream().filter(polled -> polled.sent() > 0).count())
                .isGreaterThan(60 * 60 / 35);
    }

    private static void nothingIsMadeUp(List<MarketEvent> events) {
        assertThat(events.stream().map(GatewayDrillIT::identity)).doesNotHaveDuplicates();
        int fromFallback = 0;
        for (MarketEvent event : events) {
            if (event instanceof ChainSlice slice && slice.source().equals("tradier")) {
                fromFallback++;
                for (ContractRow row : slice.rows()) {
                    assertThat(row.bid()).isNotNull();
                    assertThat(row.dayBuyVolume()).isNull();
                    assertThat(row.daySellPremium()).isNull();
                    assertThat(row.vanna()).isNull();
                    assertThat(row.theoretical()).isNull();
                }
            }
        }
        assertThat(fromFallback).isBetween(8, 10);
    }

    private static String identity(MarketEvent event) {
        return event.getClass().getSimpleName() + event.source() + event.sequence();
    }

    private void theFlowExpertAbstainsAndNothingIsCountedTwice(List<MarketEvent> events) {
        TreeMap<Long, List<MarketEvent>> seconds = new TreeMap<>();
        for (MarketEvent event : events) {
            seconds.computeIfAbsent(
                            SymbolFeatures.endOfSecond(event.eventTimeMillis()),
                            second -> new ArrayList<>())
                    .add(event);
        }
        long died = first(events, "tradier");
        long returned = firstAfter(events, "convexvalue", died);
        SymbolFeatures features = new SymbolFeatures();
        TrainedFlowExpert expert = new TrainedFlowExpert();
        FeatureVector.Builder scratch = new FeatureVector.Builder();
        FeatureSnapshot snapshot = null;
        for (long second = seconds.firstKey(); second <= END; second += 1_000) {
            snapshot =
                    features.closeSecond(
                            "SPY",
                            second,
                            seconds.getOrDefault(second, List.of()),
                            MetricConfig.defaults(),
                            scratch);
            ExpertOpinion opinion = expert.observe(snapshot);
            boolean blind = second > died && second <= returned;
            if (blind) {
                assertThat(opinion.abstained()).isTrue();
                assertThat(opinion.abstainReason()).contains("need option trades");
                assertThat(snapshot.features().quality(Feature.NET_VOLUME_FLOW_60M))
                        .isEqualTo(Quality.ABSENT);
                assertThat(snapshot.features().has(Feature.MID)).isTrue();
            } else if (second > DIES - MINUTE) {
                assertThat(opinion.abstained()).as(opinion.abstainReason()).isFalse();
            }
        }
        assertThat(features.refusedSlices()).isZero();
        assertThat(snapshot.features().get(Feature.NET_VOLUME_FLOW_60M)).isEqualTo(planted(events));
    }

    /** What customers bought less sold between the first and the last chain that tells. */
    private static double planted(List<MarketEvent> events) {
        long from = first(events, "convexvalue");
        long to = from;
        for (MarketEvent event : events) {
            to = event.source().equals("convexvalue") ? event.eventTimeMillis() : to;
        }
        double net = 0;
        for (OptionKind kind : OptionKind.values()) {
            net += DrillMarket.bought(kind, to) - DrillMarket.bought(kind, from);
            net -= DrillMarket.sold(kind, to) - DrillMarket.sold(kind, from);
        }
        return net * DrillMarket.contractsOfAKind();
    }

    private static long first(List<MarketEvent> events, String source) {
        return firstAfter(events, source, Long.MIN_VALUE);
    }

    private static long firstAfter(List<MarketEvent> events, String source, long after) {
        return events.stream()
                .filter(event -> event.source().equals(source) && event.eventTimeMillis() > after)
                .mapToLong(MarketEvent::eventTimeMillis)
                .min()
                .orElseThrow();
    }

    private static <T> List<T> read(String brokers, Topic<T> topic) throws Exception {
        List<T> records = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : WrittenRecords.of(brokers, topic.name())) {
            records.add(topic.newCodec().decode(record.value()));
        }
        return records;
    }

    /** Returns the usual settings with two providers of this machine. */
    static GatewayConfig config(
            StubServer primary,
            StubServer fallback,
            List<WatchedSymbol> symbols,
            Duration deadline) {
        GatewayConfig usual = GatewayConfig.defaults();
        return new GatewayConfig(
                symbols,
                usual.pollMillis(),
                usual.mostDaysToExpiry(),
                usual.strikeRange(),
                usual.onlyWhileOpen(),
                new ProviderSettings(
                        primary.address().toString(),
                        usual.convexvalue().callsPerMinute(),
                        (int) deadline.toMillis()),
                new ProviderSettings(
                        fallback.address().toString(),
                        usual.tradier().callsPerMinute(),
                        (int) Duration.ofSeconds(30).toMillis()),
                usual.breaker());
    }
}

package io.huihui.operators.features;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.Aggressor;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.metric.MetricConfig;
import io.huihui.models.metric.SymbolFeatures;
import io.huihui.models.serialization.EventBlock;
import io.huihui.models.serialization.EventBlockWriter;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class FeaturesTest {

    /** 2024-06-10 10:00:00 in New York, a trading day. */
    private static final long TEN =
            LocalDateTime.parse("2024-06-10T10:00")
                    .atZone(TradingCalendar.NEW_YORK)
                    .toInstant()
                    .toEpochMilli();

    private static final FeaturesConfig CONFIG = new FeaturesConfig(MetricConfig.defaults(), 3, 45);

    private KeyedOneInputStreamOperatorTestHarness<String, EventBlock, FeatureSnapshot> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void nothingComesBeforeTheWatermarkPassesTheSecond() throws Exception {
        arrive(quote(0, 1, 100));
        harness.processWatermark(TEN + 998);

        assertThat(harness.extractOutputValues()).isEmpty();

        harness.processWatermark(TEN + 999);

        assertThat(harness.extractOutputValues())
                .singleElement()
                .satisfies(
                        snapshot -> {
                            assertThat(snapshot.id().secondEndMillis()).isEqualTo(TEN + 1000);
                            assertThat(snapshot.revision()).isZero();
                            assertThat(snapshot.features().get(Feature.MID)).isEqualTo(100.0);
                        });
    }

    @Test
    void quietSymbolKeepsItsSnapshotsUntilTheLimit() throws Exception {
        arrive(quote(0, 1, 100));
        harness.processWatermark(TEN + 60_000);

        assertThat(ends()).containsExactly(TEN + 1000, TEN + 2000, TEN + 3000, TEN + 4000);
    }

    @Test
    void quietSymbolRestsWhenTradingEnds() throws Exception {
        long close = TEN + 6 * 3_600_000L;
        arrive(quote(close - TEN - 1500, 1, 100));
        arrive(quote(close - TEN + 500_000, 2, 100));
        harness.processWatermark(close + 600_000);

        assertThat(ends()).containsExactly(close - 1000, close, close + 501_000);
    }

    @Test
    void orderOfArrivalDoesNotMatter() throws Exception {
        List<MarketEvent> events = mixedSeconds();
        List<FeatureSnapshot> inOrder = runOf(events);
        Collections.shuffle(events, new Random(7));

        assertThat(runOf(events)).isEqualTo(inOrder).hasSize(23);
    }

    @Test
    void anEventMinutesAheadWaitsForItsOwnSecond() throws Exception {
        arrive(quote(0, 1, 100));
        arrive(quote(600_000, 3, 105));
        arrive(quote(60_000, 2, 101));
        harness.processWatermark(TEN + 59_999);
        assertThat(ends()).doesNotContain(TEN + 61_000).startsWith(TEN + 1000);

        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        harness.processWatermark(TEN + 60_999);
        assertThat(last().id().secondEndMillis()).isEqualTo(TEN + 61_000);
        assertThat(last().features().get(Feature.MID)).isEqualTo(101.0);

        harness.processWatermark(TEN + 600_999);
        assertThat(last().id().secondEndMillis()).isEqualTo(TEN + 601_000);
        assertThat(last().features().get(Feature.MID)).isEqualTo(105.0);
    }

    @Test
    void repeatedEventsHaveNoEffect() throws Exception {
        List<MarketEvent> events = mixedSeconds();
        List<FeatureSnapshot> once = runOf(events);
        List<MarketEvent> twice = new ArrayList<>(events);
        twice.addAll(events);

        assertThat(runOf(twice)).isEqualTo(once);
    }

    @Test
    void lateTradeCorrectsItsOwnSecondAndTheWindowsAfterIt() throws Exception {
        arrive(trade(0, 1, 100, 10, false));
        harness.processWatermark(TEN + 1999);
        arrive(trade(500, 2, 102, 30, true));

        FeatureSnapshot corrected = last();
        assertThat(corrected.id().secondEndMillis()).isEqualTo(TEN + 1000);
        assertThat(corrected.revision()).isEqualTo(1);
        assertThat(corrected.features().get(Feature.TRADE_VOLUME_5M)).isEqualTo(40.0);
        assertThat(corrected.features().get(Feature.DAY_VWAP)).isEqualTo(101.5);
        assertThat(corrected.features().get(Feature.OFF_EXCHANGE_SHARE_5M)).isEqualTo(0.75);
        assertThat(corrected.features().get(Feature.LAST_TRADE_PRICE)).isEqualTo(100.0);

        harness.processWatermark(TEN + 2999);

        assertThat(last().revision()).isZero();
        assertThat(last().features().get(Feature.TRADE_VOLUME_5M)).isEqualTo(40.0);
        assertThat(last().features().get(Feature.DAY_VWAP)).isEqualTo(101.5);
    }

    @Test
    void correctionTakesTheSumsOfItsOwnTime() throws Exception {
        arrive(trade(0, 1, 100, 10, false));
        arrive(trade(2000, 2, 100, 5, false));
        harness.processWatermark(TEN + 2999);
        arrive(trade(100, 3, 100, 7, false));

        assertThat(last().features().get(Feature.TRADE_VOLUME_5M)).isEqualTo(17.0);
        assertThat(last().features().get(Feature.DAY_VOLUME)).isEqualTo(17.0);
    }

    @Test
    void lateTradesOfOneBlockCorrectTheirSecondOnce() throws Exception {
        arrive(trade(0, 1, 100, 10, false));
        harness.processWatermark(TEN + 1999);
        EventBlockWriter block = new EventBlockWriter("SPY", TEN + 1000);
        block.add(trade(500, 2, 102, 30, true));
        block.add(trade(500, 2, 102, 30, true));
        block.add(trade(600, 3, 104, 40, false));
        harness.processElement(block.block(), TEN + 999);

        assertThat(last().revision()).isEqualTo(1);
        assertThat(last().features().get(Feature.TRADE_VOLUME_5M)).isEqualTo(80.0);
        assertThat(harness.extractOutputValues()).hasSize(3);
    }

    @Test
    void lateRepeatCorrectsNothing() throws Exception {
        arrive(trade(0, 1, 100, 10, false));
        harness.processWatermark(TEN + 999);
        arrive(trade(0, 1, 100, 10, false));

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(harness.getSideOutput(Features.LATE)).isNull();
    }

    @Test
    void whatIsKnownWithALaterSecondCorrectsOnceThatSecondWasMade() throws Exception {
        arrive(trade(0, 1, 100, 10, false));
        arrive(trade(1000, 2, 100, 5, false));
        arriveLate(trade(600, 4, 104, 40, false), 2000);
        arriveLate(trade(500, 3, 102, 30, true), 2000);
        arriveLate(trade(700, 5, 106, 50, true), 3000);
        harness.processWatermark(TEN + 1998);

        assertThat(revisions()).containsExactly(tuple(TEN + 1000, 0));
        assertThat(last().features().get(Feature.TRADE_VOLUME_5M)).isEqualTo(10.0);

        harness.processWatermark(TEN + 2999);

        assertThat(revisions())
                .containsExactly(
                        tuple(TEN + 1000, 0),
                        tuple(TEN + 2000, 0),
                        tuple(TEN + 1000, 1),
                        tuple(TEN + 3000, 0),
                        tuple(TEN + 1000, 2));
        assertThat(harness.extractOutputValues())
                .extracting(snapshot -> snapshot.features().get(Feature.TRADE_VOLUME_5M))
                .containsExactly(10.0, 15.0, 80.0, 85.0, 130.0);
    }

    /** Who is the slowest of several partitions is another one in every run. */
    @Test
    void lateEventsCorrectAlikeHoweverFarTheWatermarkIs() throws Exception {
        List<MarketEvent> events = mixedSeconds();
        List<FeatureSnapshot> ahead = runWithLateEvents(events, 0);

        assertThat(ahead).anyMatch(snapshot -> snapshot.revision() > 0);
        for (long lag : new long[] {1_700, 4_000, 30_000}) {
            assertThat(runWithLateEvents(events, lag)).as("lag %s", lag).isEqualTo(ahead);
        }
    }

    /** Every seventh event is known two seconds after it was there. */
    private List<FeatureSnapshot> runWithLateEvents(List<MarketEvent> events, long lag)
            throws Exception {
        harness.close();
        harness = harness();
        harness.open();
        int delay = 2000 / 50;
        for (int i = 0; i < events.size() + delay; i++) {
            long now = TEN + i * 50L;
            if (i < events.size() && i % 7 != 0) {
                arrive(events.get(i));
            }
            if (i >= delay && (i - delay) % 7 == 0) {
                arriveLate(events.get(i - delay), now - TEN);
            }
            harness.processWatermark(Math.max(TEN - 1, now - 1100 - lag));
        }
        harness.processWatermark(TEN + 60_000);
        return harness.extractOutputValues();
    }

    @Test
    void aLateEventIsKeptThroughARestoreUntilItIsKnown() throws Exception {
        arrive(trade(0, 1, 100, 10, false));
        arriveLate(trade(500, 2, 102, 30, true), 4000);
        harness.processWatermark(TEN + 999);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        harness.processWatermark(TEN + 4999);

        assertThat(revisions()).endsWith(tuple(TEN + 1000, 1));
        assertThat(last().features().get(Feature.TRADE_VOLUME_5M)).isEqualTo(40.0);
    }

    @Test
    void aLateEventOfASymbolAtRestMakesNoNewSecond() throws Exception {
        arrive(trade(0, 1, 100, 10, false));
        harness.processWatermark(TEN + 30_000);
        int before = harness.extractOutputValues().size();
        arriveLate(trade(500, 2, 102, 30, true), 40_000);
        harness.processWatermark(TEN + 60_000);

        assertThat(harness.extractOutputValues()).hasSize(before + 1);
        assertThat(revisions()).endsWith(tuple(TEN + 1000, 1));
    }

    @Test
    void whatIsKnownMoreThanNinetySecondsAfterGoesToTheLateOutput() throws Exception {
        arrive(trade(0, 1, 100, 10, false));
        MarketEvent tooLate = trade(500, 2, 100, 10, false);
        arriveLate(tooLate, 91_500);
        MarketEvent ofNobody = new Quote("QQQ", TEN + 500, "feed-a", 1, 99.99, 100, 100.01, 200);
        arriveLate(ofNobody, 5_000);
        harness.processWatermark(TEN + 100_000);

        assertThat(harness.getSideOutput(Features.LATE))
                .extracting(record -> record.getValue())
                .containsExactly(ofNobody, tooLate);
        assertThat(harness.extractOutputValues()).allMatch(s -> s.revision() == 0);
    }

    @Test
    void moreThanNinetySecondsLateGoesToTheLateOutput() throws Exception {
        arrive(trade(0, 1, 100, 10, false));
        harness.processWatermark(TEN + 91_000);
        MarketEvent tooLate = trade(500, 2, 100, 10, false);
        arrive(tooLate);

        assertThat(harness.getSideOutput(Features.LATE))
                .singleElement()
                .satisfies(record -> assertThat(record.getValue()).isEqualTo(tooLate));
        assertThat(harness.extractOutputValues()).allMatch(s -> s.revision() == 0);
    }

    @Test
    void aSecondThatWasClosedBeforeARestoreIsCorrectedAndNotClosedAgain() throws Exception {
        arrive(trade(0, 1, 100, 10, false));
        harness.processWatermark(TEN + 1999);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();

        // The watermark has not come yet, so it does not say that these are late.
        MarketEvent tooLate = trade(-100_000, 3, 100, 10, false);
        arrive(trade(500, 2, 102, 30, true));
        arrive(tooLate);
        harness.processWatermark(TEN + 2999);

        assertThat(harness.extractOutputValues())
                .extracting(snapshot -> snapshot.id().secondEndMillis(), FeatureSnapshot::revision)
                .containsExactly(tuple(TEN + 1000, 1), tuple(TEN + 3000, 0));
        assertThat(harness.getSideOutput(Features.LATE))
                .singleElement()
                .satisfies(record -> assertThat(record.getValue()).isEqualTo(tooLate));
    }

    @Test
    void snapshotAndRestoreInTheMiddleChangesNothing() throws Exception {
        List<MarketEvent> events = mixedSeconds();
        List<FeatureSnapshot> whole = runOf(events);
        harness.close();
        harness = harness();
        harness.open();
        int half = events.size() / 2;
        feed(events.subList(0, half));
        harness.processWatermark(events.get(half).eventTimeMillis() - 1500);
        List<FeatureSnapshot> output = new ArrayList<>(harness.extractOutputValues());
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();

        harness = harness();
        harness.initializeState(state);
        harness.open();
        feed(events.subList(half, events.size()));
        harness.processWatermark(TEN + 60_000);
        output.addAll(harness.extractOutputValues());

        assertThat(output).isEqualTo(whole);
    }

    @Test
    void symbolIsForgottenAfterTheRetentionTime() throws Exception {
        arrive(quote(0, 1, 100));
        harness.processWatermark(TEN + 60_000);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
        assertThat(harness.numEventTimeTimers()).isEqualTo(1);

        harness.processWatermark(TEN + 46 * TradingCalendar.DAY_MILLIS);

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    private List<FeatureSnapshot> runOf(List<MarketEvent> events) throws Exception {
        harness.close();
        harness = harness();
        harness.open();
        feed(events);
        harness.processWatermark(TEN + 60_000);
        return harness.extractOutputValues();
    }

    private void arrive(MarketEvent event) throws Exception {
        long end = SymbolFeatures.endOfSecond(event.eventTimeMillis());
        harness.processElement(EventBlockWriter.single(event, end), end - 1);
    }

    /** Lets an event come that is known with the second in which {@code knownOffset} lies. */
    private void arriveLate(MarketEvent event, long knownOffset) throws Exception {
        long end = SymbolFeatures.endOfSecond(event.eventTimeMillis());
        long known = SymbolFeatures.endOfSecond(TEN + knownOffset - 1);
        harness.processElement(EventBlockWriter.single(event, end, known), known - 1);
    }

    private void feed(List<MarketEvent> events) throws Exception {
        for (MarketEvent event : events) {
            arrive(event);
        }
    }

    /** Twenty seconds of quotes and trades of two feeds, several at equal times. */
    private static List<MarketEvent> mixedSeconds() {
        Random random = new Random(11);
        List<MarketEvent> events = new ArrayList<>();
        for (int i = 1; i <= 400; i++) {
            long offset = (i * 50L) / 100 * 100;
            double price = 100 + random.nextInt(20) * 0.01;
            events.add(
                    i % 3 == 0
                            ? trade(offset, i, price, 1 + random.nextInt(300), i % 2 == 0)
                            : quote(offset, i, price));
        }
        events.removeIf(event -> event.eventTimeMillis() >= TEN + 20_000);
        return events;
    }

    private static Quote quote(long offset, long sequence, double mid) {
        return new Quote(
                "SPY",
                TEN + offset,
                sequence % 2 == 0 ? "feed-b" : "feed-a",
                sequence,
                mid - 0.01,
                100 + sequence % 7,
                mid + 0.01,
                200);
    }

    private static Trade trade(
            long offset, long sequence, double price, double size, boolean offExchange) {
        return new Trade(
                "SPY",
                TEN + offset,
                "feed-a",
                sequence,
                price,
                size,
                Aggressor.UNKNOWN,
                offExchange ? "D" : "P",
                offExchange,
                "");
    }

    private List<Tuple> revisions() {
        return harness.extractOutputValues().stream()
                .map(snapshot -> tuple(snapshot.id().secondEndMillis(), snapshot.revision()))
                .toList();
    }

    private List<Long> ends() {
        return harness.extractOutputValues().stream()
                .map(snapshot -> snapshot.id().secondEndMillis())
                .toList();
    }

    private FeatureSnapshot last() {
        List<FeatureSnapshot> output = harness.extractOutputValues();
        return output.get(output.size() - 1);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, EventBlock, FeatureSnapshot>
            harness() throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, EventBlock, FeatureSnapshot> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new FeaturesOperator(new Features(CONFIG)),
                        EventBlock::symbol,
                        Types.STRING);
        harness.getExecutionConfig()
                .getSerializerConfig()
                .configure(
                        new org.apache.flink.configuration.Configuration()
                                .set(
                                        org.apache.flink.configuration.PipelineOptions
                                                .GENERIC_TYPES,
                                        false),
                        FeaturesTest.class.getClassLoader());
        return harness;
    }
}

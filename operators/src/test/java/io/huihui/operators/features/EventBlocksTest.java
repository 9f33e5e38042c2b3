package io.huihui.operators.features;

import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.Quote;
import io.huihui.models.serialization.EventBlock;
import io.huihui.models.serialization.EventBlockReader;

import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class EventBlocksTest {

    private static final long START = 1_741_788_000_000L;

    private OneInputStreamOperatorTestHarness<MarketEvent, EventBlock> harness;

    @BeforeEach
    void open() throws Exception {
        harness = new OneInputStreamOperatorTestHarness<>(new EventBlocks());
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void blocksComeBeforeTheWatermarkThatPassesTheirSecond() throws Exception {
        arrive(quote("SPY", 100, 1));
        arrive(quote("QQQ", 200, 1));
        arrive(quote("SPY", 300, 2));
        arrive(quote("SPY", 1100, 3));
        harness.processWatermark(START + 998);
        assertThat(harness.extractOutputValues()).isEmpty();

        harness.processWatermark(START + 999);

        assertThat(harness.extractOutputValues()).hasSize(2);
        assertThat(sequences("SPY")).containsExactly(1L, 2L);
        assertThat(sequences("QQQ")).containsExactly(1L);
        assertThat(new ArrayList<>(harness.getOutput())).endsWith(new Watermark(START + 999));

        harness.processWatermark(START + 1999);
        assertThat(sequences("SPY")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aFullBlockLeavesAtOnce() throws Exception {
        int sent = 0;
        while (harness.extractOutputValues().isEmpty()) {
            arrive(quote("SPY", 100, ++sent));
        }

        assertThat(harness.extractOutputValues().get(0).events()).isEqualTo(sent).isGreaterThan(50);
    }

    @Test
    void anEventKnownWithALaterSecondLeavesAtOnceAndSaysSo() throws Exception {
        arrive(quote("SPY", 1100, 2));
        harness.processElement(quote("SPY", 100, 1), START + 1000);

        assertThat(harness.extractOutputValues())
                .singleElement()
                .satisfies(
                        block -> {
                            assertThat(block.secondEndMillis()).isEqualTo(START + 1000);
                            assertThat(block.knownEndMillis()).isEqualTo(START + 2000);
                        });
        assertThat(harness.getRecordOutput())
                .singleElement()
                .satisfies(record -> assertThat(record.getTimestamp()).isEqualTo(START + 1999));
    }

    @Test
    void eventsOfASilentPartitionLeaveTogetherWithTheNextWatermark() throws Exception {
        harness.processWatermark(START + 5000);
        arrive(quote("SPY", 100, 1));
        arrive(quote("SPY", 200, 2));
        assertThat(harness.extractOutputValues()).isEmpty();

        harness.processWatermark(START + 5010);

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(sequences("SPY")).containsExactly(1L, 2L);
    }

    @Test
    void nothingIsHeldBackFromACheckpoint() throws Exception {
        arrive(quote("SPY", 100, 1));
        arrive(quote("QQQ", 1200, 1));

        harness.prepareSnapshotPreBarrier(1);

        assertThat(harness.extractOutputValues()).hasSize(2);
        arrive(quote("SPY", 200, 2));
        harness.processWatermark(START + 999);
        assertThat(sequences("SPY")).containsExactly(1L, 2L);
    }

    @Test
    void nothingIsHeldBackWhenTheSourceTurnsIdle() throws Exception {
        arrive(quote("SPY", 100, 1));

        harness.processWatermarkStatus(WatermarkStatus.IDLE);

        assertThat(sequences("SPY")).containsExactly(1L);
    }

    @Test
    void nothingIsHeldBackAtTheEnd() throws Exception {
        arrive(quote("SPY", 100, 1));

        harness.getOneInputOperator().finish();

        assertThat(sequences("SPY")).containsExactly(1L);
    }

    @Test
    void blocksInMemoryAreBounded() throws Exception {
        for (int i = 0; i <= EventBlocks.MOST_BLOCKS; i++) {
            arrive(quote("S" + i, 100, 1));
        }
        assertThat(harness.extractOutputValues()).hasSize(EventBlocks.MOST_BLOCKS);

        harness.processWatermark(START + 999);
        assertThat(harness.extractOutputValues()).hasSize(EventBlocks.MOST_BLOCKS + 1);
    }

    private void arrive(MarketEvent event) throws Exception {
        harness.processElement(event, event.eventTimeMillis());
    }

    private List<Long> sequences(String symbol) throws Exception {
        List<MarketEvent> events = new ArrayList<>();
        EventBlockReader reader = new EventBlockReader();
        for (EventBlock block : harness.extractOutputValues()) {
            if (block.symbol().equals(symbol)) {
                reader.read(block, events);
            }
        }
        return events.stream().map(MarketEvent::sequence).toList();
    }

    private static Quote quote(String symbol, long offset, long sequence) {
        return new Quote(symbol, START + offset, "feed", sequence, 99.99, 100, 100.01, 200);
    }
}

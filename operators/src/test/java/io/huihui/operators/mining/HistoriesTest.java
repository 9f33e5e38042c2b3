package io.huihui.operators.mining;

import io.huihui.models.mining.MinedEvent;
import io.huihui.models.mining.MiningChannel;
import io.huihui.models.mining.MiningConfig;
import io.huihui.models.mining.SeriesPoint;
import io.huihui.models.mining.SymbolHistory;
import io.huihui.models.serialization.BinaryStateTypeInfo;
import io.huihui.operators.expert.Harnesses;

import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class HistoriesTest {

    private static final MiningConfig CONFIG = MiningConfig.defaults();
    private static final long MINUTE = CONFIG.stepMillis();

    @Test
    void theHistoryOfEachSymbolComesOnceAtTheEndInOrderOfTime() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement1(price("SPY", 3, 0, 102), 0);
            harness.processElement1(price("SPY", 1, 0, 100), 0);
            harness.processElement1(price("SPY", 2, 1, 101), 0);
            harness.processElement1(price("SPY", 2, 0, 50), 0);
            harness.processElement1(price("QQQ", 1, 0, 7), 0);
            harness.processElement2(new MinedEvent("SPY", MINUTE, "MOVE UP"), 0);
            harness.processBothWatermarks(watermark(1_000 * MINUTE));
            assertThat(harness.extractOutputValues()).isEmpty();

            harness.processBothWatermarks(watermark(Long.MAX_VALUE));

            List<SymbolHistory> histories = harness.extractOutputValues();
            assertThat(histories)
                    .extracting(SymbolHistory::symbol)
                    .containsExactlyInAnyOrder("SPY", "QQQ");
            SymbolHistory spy =
                    histories.stream()
                            .filter(each -> each.symbol().equals("SPY"))
                            .findFirst()
                            .orElseThrow();
            assertThat(spy.series(MiningChannel.RETURN))
                    .containsExactly(Double.NaN, Math.log(101 / 100.0), Math.log(102 / 101.0));
            assertThat(spy.events()).hasSize(1);
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void restoredInTheMiddleGoesOnAsIfNothingHappened() throws Exception {
        OperatorSubtaskState state;
        try (var harness = harness()) {
            harness.open();
            harness.processElement1(price("SPY", 1, 0, 100), 0);
            harness.processElement2(new MinedEvent("SPY", MINUTE, "MOVE UP"), 0);
            state = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(state);
            harness.open();
            harness.processElement1(price("SPY", 2, 0, 101), 0);
            harness.processBothWatermarks(watermark(Long.MAX_VALUE));

            SymbolHistory spy = harness.extractOutputValues().get(0);
            assertThat(spy.steps()).isEqualTo(2);
            assertThat(spy.events()).hasSize(1);
        }
    }

    private static Watermark watermark(long time) {
        return new Watermark(time);
    }

    private static SeriesPoint price(String symbol, int minute, int revision, double price) {
        return new SeriesPoint(
                symbol, minute * MINUTE, revision, List.of(price, Double.NaN, Double.NaN));
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, SeriesPoint, MinedEvent, SymbolHistory>
            harness() throws Exception {
        KeyedTwoInputStreamOperatorTestHarness<String, SeriesPoint, MinedEvent, SymbolHistory>
                harness =
                        Harnesses.of(
                                new Histories(CONFIG), SeriesPoint::symbol, MinedEvent::symbol);
        harness.setup(
                new BinaryStateTypeInfo<>(SymbolHistory.class)
                        .createSerializer(new SerializerConfigImpl()));
        return harness;
    }
}

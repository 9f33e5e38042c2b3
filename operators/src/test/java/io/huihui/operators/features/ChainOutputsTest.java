package io.huihui.operators.features;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.ProviderUnits;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.feature.StrikeGrid;
import io.huihui.models.feature.StrikeProfile;
import io.huihui.models.metric.MetricConfig;
import io.huihui.models.metric.SymbolFeatures;
import io.huihui.models.quant.BlackScholes;
import io.huihui.models.serialization.EventBlock;
import io.huihui.models.serialization.EventBlockWriter;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import static org.assertj.core.api.Assertions.assertThat;

/** What an analysed chain gives beside the snapshot. */
class ChainOutputsTest {

    private static final long TEN = millis("2024-06-10T10:00");
    private static final long EXPIRY = millis("2024-07-10T16:00");

    private KeyedOneInputStreamOperatorTestHarness<String, EventBlock, FeatureSnapshot> harness;

    private static long millis(String local) {
        return LocalDateTime.parse(local)
                .atZone(TradingCalendar.NEW_YORK)
                .toInstant()
                .toEpochMilli();
    }

    @BeforeEach
    void open() throws Exception {
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new FeaturesOperator(
                                new Features(new FeaturesConfig(MetricConfig.defaults(), 3, 45))),
                        EventBlock::symbol,
                        Types.STRING);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    /** 50 contracts with open interest and a delta in percent, or one that is nonsense. */
    private static ChainSlice chain(long time, boolean nonsense) {
        double years = TradingCalendar.yearsToExpiry(time, EXPIRY);
        List<ContractRow> rows = new ArrayList<>();
        for (double strike = 88; strike <= 112; strike++) {
            for (OptionKind kind : OptionKind.values()) {
                boolean call = kind == OptionKind.CALL;
                double price = BlackScholes.price(100, strike, years, 0, 0, 0.2, call);
                double delta = BlackScholes.delta(100, strike, years, 0, 0, 0.2, call) / 100;
                rows.add(row(strike, kind, price, nonsense ? strike % 2 : delta));
            }
        }
        return new ChainSlice("SPY", time, "provider", time, 100, 0, 1, rows);
    }

    private static ContractRow row(double strike, OptionKind kind, double price, double delta) {
        return new ContractRow(
                new OptionContract("SPY", "SPY", EXPIRY, strike, kind, 100),
                null,
                price - 0.001,
                price + 0.001,
                10.0,
                10.0,
                null,
                null,
                100.0,
                delta,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private void arrive(ChainSlice slice) throws Exception {
        long end = SymbolFeatures.endOfSecond(slice.eventTimeMillis());
        harness.processElement(EventBlockWriter.single(slice, end), end - 1);
    }

    private <T> List<T> side(OutputTag<T> tag) {
        Queue<StreamRecord<T>> records = harness.getSideOutput(tag);
        return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
    }

    @Test
    void chainGivesItsStrikesTheirSplitAndTheUnitsOfItsProvider() throws Exception {
        arrive(chain(TEN + 100, false));
        harness.processWatermark(TEN + 999);
        SnapshotId second = new SnapshotId("SPY", TEN + 1000);

        assertThat(side(Features.STRIKES)).extracting(StrikeProfile::id).containsExactly(second);
        assertThat(side(Features.STRIKE_GRIDS)).extracting(StrikeGrid::id).containsExactly(second);
        assertThat(side(Features.STRIKE_GRIDS).get(0).cells()).hasSize(25);
        assertThat(side(Features.PROVIDER_UNITS)).extracting(ProviderUnits::id).contains(second);
        assertThat(side(Features.PROVIDER_UNITS).get(0).refusal()).isNull();
    }

    @Test
    void chainsOfARefusedProviderGiveNothing() throws Exception {
        arrive(chain(TEN + 100, true));
        harness.processWatermark(TEN + 999);
        arrive(chain(TEN + 6100, false));
        harness.processWatermark(TEN + 6999);

        assertThat(side(Features.STRIKES)).isEmpty();
        assertThat(side(Features.STRIKE_GRIDS)).isEmpty();
        assertThat(side(Features.PROVIDER_UNITS)).hasSize(1);
        assertThat(side(Features.PROVIDER_UNITS).get(0).refusal()).contains("of provider");
    }
}

package io.huihui.models.metric;

import io.huihui.models.calendar.DteBucket;
import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.Aggressor;
import io.huihui.models.event.Depth;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.event.Trade;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.feature.StrikeCell;
import io.huihui.models.feature.StrikeRow;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.contract;
import static io.huihui.models.metric.SecondBySecond.optionTrade;
import static io.huihui.models.metric.SecondBySecond.quote;
import static io.huihui.models.metric.SecondBySecond.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Defects of the predecessor that concern features, by their number; {@code docs/defects.md} lists
 * all of them with the tests of each.
 */
class DefectRegressionTest {

    private static final long TEN = at("2024-06-10T10:00");

    private final SecondBySecond run = new SecondBySecond();

    /** 1: contracts that expire today fell out, since they expired at midnight. */
    @Test
    @Tag("defect-1")
    void defect01ContractsOfTodayCount() {
        TradingCalendar calendar = TradingCalendar.newYork();
        long close = at("2024-06-10T16:00");
        for (String time : List.of("2024-06-10T09:30", "2024-06-10T15:59")) {
            assertThat(DteBucket.of(calendar.daysToExpiry(at(time), close)))
                    .isEqualTo(DteBucket.TODAY);
        }
        FeatureVector features =
                run.second(
                        TEN,
                        optionTrade(
                                contract(close, 100, OptionKind.CALL),
                                TEN - 500,
                                1,
                                1,
                                10,
                                Aggressor.BUY));

        assertThat(features.get(Feature.ZERO_DTE_VOLUME_SHARE)).isEqualTo(1.0);
    }

    /**
     * 3: a theoretical price was faked from the last one, and 15-minute flow from 5-minute flow.
     */
    @Test
    @Tag("defect-3")
    void defect03WhatIsNotFedIsMissing() {
        FeatureVector features = run.second(TEN, quote(TEN - 500, 1, 99, 101));

        for (Feature feature :
                List.of(Feature.THEORETICAL_DEVIATION, Feature.NET_VOLUME_FLOW_15M, Feature.VPIN)) {
            assertThat(features.get(feature)).isNull();
            assertThat(features.quality(feature)).isEqualTo(Quality.ABSENT);
        }
    }

    /** 4: formulas read the wall clock; a replay must equal the first run. */
    @Test
    @Tag("defect-4")
    void defect04ReplayEqualsTheFirstRun() {
        assertThat(fiveMinutes()).isEqualTo(fiveMinutes());
    }

    private static List<FeatureVector> fiveMinutes() {
        SecondBySecond run = new SecondBySecond();
        RichMarket market = new RichMarket(9);
        List<FeatureVector> vectors = new ArrayList<>();
        for (long end = TEN + 1000; end <= TEN + 300_000; end += 1000) {
            vectors.add(run.snapshot(end, market.second(end, end % 20_000 == 0)).features());
        }
        return vectors;
    }

    /** 8: signs clashed; a market turned upside down gives mirrored measures. */
    @Test
    @Tag("defect-8")
    void defect08MirroredMarketGivesMirroredMeasures() {
        SecondBySecond mirror = new SecondBySecond();
        RichMarket market = new RichMarket(10);
        FeatureVector one = null;
        FeatureVector other = null;
        for (long end = TEN + 1000; end <= TEN + 400_000; end += 1000) {
            List<MarketEvent> events = new ArrayList<>(market.second(end, false));
            events.removeIf(
                    event ->
                            event instanceof Depth
                                    || (event instanceof Trade print && print.offExchange()));
            one = run.snapshot(end, events).features();
            other = mirror.snapshot(end, events.stream().map(Mirror::of).toList()).features();
        }
        for (Feature feature :
                List.of(
                        Feature.RETURN_5M,
                        Feature.TRADE_IMBALANCE_5M,
                        Feature.ORDER_FLOW_IMBALANCE_60S,
                        Feature.MICROPRICE_PRESSURE,
                        Feature.DIRECTIONAL_PREMIUM_5M,
                        Feature.CALL_PUT_PREMIUM_RATIO_5M)) {
            assertThat(other.get(feature))
                    .as(feature.name())
                    .isCloseTo(-one.get(feature), within(1e-9 + 1e-9 * Math.abs(one.get(feature))));
        }
        // The mid is an arithmetic mean and the mirror geometric, so mids mirror to a relative
        // 1e-8.
        assertThat(other.get(Feature.REALIZED_VOL_5M))
                .isCloseTo(one.get(Feature.REALIZED_VOL_5M), within(1e-4));
        assertThat(other.get(Feature.NET_PREMIUM_FLOW_5M))
                .isEqualTo(one.get(Feature.NET_PREMIUM_FLOW_5M));
    }

    /** 23a: nested windows were added as if they were independent. */
    @Test
    @Tag("defect-23")
    void defect23NestedWindowsAreTakenApart() {
        FeatureVector features =
                run.second(
                        TEN,
                        optionTrade(
                                contract(at("2024-06-21T16:00"), 100, OptionKind.CALL),
                                TEN - 500,
                                1,
                                1,
                                10,
                                Aggressor.BUY));
        double sum =
                features.get(Feature.NET_VOLUME_INCREMENT_0_5M)
                        + features.get(Feature.NET_VOLUME_INCREMENT_5_15M)
                        + features.get(Feature.NET_VOLUME_INCREMENT_15_30M)
                        + features.get(Feature.NET_VOLUME_INCREMENT_30_60M);

        assertThat(sum).isEqualTo(features.get(Feature.NET_VOLUME_FLOW_60M));
    }

    /** 23b: scores counted samples, so their meaning changed with the rate of events. */
    @Test
    @Tag("defect-23")
    void defect23ScoresDoNotDependOnTheRateOfEvents() {
        SecondBySecond fast = new SecondBySecond();
        FeatureVector slow = null;
        FeatureVector quick = null;
        long sequence = 0;
        for (int second = 1; second <= 600; second++) {
            long end = TEN + second * 1000L;
            double ask = 100 + 0.01 * (1 + second % 7);
            slow = run.second(end, quote(end - 500, ++sequence, 100, ask));
            List<MarketEvent> many = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                many.add(quote(end - 500 + i, ++sequence, 100, ask));
            }
            quick = fast.snapshot(end, many).features();
        }

        assertThat(quick.get(Feature.RELATIVE_SPREAD_Z))
                .isNotNull()
                .isEqualTo(slow.get(Feature.RELATIVE_SPREAD_Z));
    }

    /**
     * 18: the layers for longer times were scaled copies of the shortest one; each window holds
     * what happened in it.
     */
    @Test
    @Tag("defect-18")
    void defect18WindowsAreNotScaledCopies() {
        OptionContract call = contract(at("2024-06-21T16:00"), 100, OptionKind.CALL);
        long[] minutesAgo = {50, 25, 10, 2};
        double[] bought = {-7, 5, -3, 1};
        FeatureVector last = null;
        int next = 0;
        for (long end = TEN - 51 * 60_000; end <= TEN; end += 1000) {
            if (next < 4 && end == TEN - minutesAgo[next] * 60_000) {
                double size = bought[next++];
                last =
                        run.second(
                                end,
                                optionTrade(
                                        call,
                                        end - 500,
                                        next,
                                        1,
                                        Math.abs(size),
                                        size > 0 ? Aggressor.BUY : Aggressor.SELL));
            } else {
                last = run.second(end);
            }
        }

        assertThat(last.get(Feature.NET_VOLUME_FLOW_5M)).isEqualTo(1);
        assertThat(last.get(Feature.NET_VOLUME_FLOW_15M)).isEqualTo(1 - 3);
        assertThat(last.get(Feature.NET_VOLUME_FLOW_30M)).isEqualTo(1 - 3 + 5);
        assertThat(last.get(Feature.NET_VOLUME_FLOW_60M)).isEqualTo(1 - 3 + 5 - 7);
    }

    /** 5: metrics that models required were never computed; every one of a strike gets a value. */
    @Test
    @Tag("defect-5")
    void defect05EveryMetricOfAStrikeHasAProducer() {
        RichMarket market = new RichMarket(11);
        Map<Class<?>, List<RecordComponent>> unseen = new HashMap<>();
        for (String day : List.of("10", "11", "12", "13", "14", "17")) {
            long ten = at("2024-06-" + day + "T10:00");
            for (long end = ten + 1000; end <= ten + 960_000; end += 1000) {
                run.snapshot(end, market.second(end, end % 60_000 == 0));
                if (run.features().strikeProfile() != null) {
                    run.features().strikeProfile().rows().forEach(row -> look(row, unseen));
                    run.features()
                            .strikeGrids()
                            .forEach(grid -> grid.cells().forEach(cell -> look(cell, unseen)));
                }
            }
        }
        assertThat(unseen.values()).allSatisfy(numbers -> assertThat(numbers).isEmpty());
        assertThat(unseen.keySet().stream().mapToInt(type -> numbers(type).size()).sum())
                .isEqualTo(24 + 11 + 4 + 16);
    }

    private static void look(StrikeRow row, Map<Class<?>, List<RecordComponent>> unseen) {
        strike(row, unseen);
        strike(row.flow(), unseen);
    }

    private static void look(StrikeCell cell, Map<Class<?>, List<RecordComponent>> unseen) {
        strike(cell, unseen);
        strike(cell.calls(), unseen);
        strike(cell.puts(), unseen);
    }

    /** Strikes out what has a value here. */
    private static void strike(Record each, Map<Class<?>, List<RecordComponent>> unseen) {
        unseen.computeIfAbsent(each.getClass(), DefectRegressionTest::numbers)
                .removeIf(number -> hasValue(number, each));
    }

    private static List<RecordComponent> numbers(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.getType() == double.class)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean hasValue(RecordComponent number, Record each) {
        try {
            double value = (double) number.getAccessor().invoke(each);
            return !Double.isNaN(value) && value != 0;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 7: bounds were not enforced; a day of events does not let the state grow without end. */
    @Test
    @Tag("defect-7")
    void defect07StateIsBounded() {
        long end = TEN;
        int size = 0;
        for (int second = 1; second <= 9000; second++) {
            end += 1000;
            run.second(end, trade(end - 500, second, 100, 1, Aggressor.BUY));
            if (second == 4500) {
                size = SecondBySecond.bytes(run.features()).length;
            }
        }

        assertThat(SecondBySecond.bytes(run.features()).length).isLessThan(size * 11 / 10);
    }
}

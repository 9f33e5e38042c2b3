package io.huihui.models.metric;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.Aggressor;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.quote;
import static io.huihui.models.metric.SecondBySecond.trade;
import static org.assertj.core.api.Assertions.assertThat;

class SymbolFeaturesTest {

    /** A chain a minute keeps the long run short. */
    private static final MetricConfig CHAIN_A_MINUTE =
            new MetricConfig(60, 1, -1, 0, 0, List.of("2024-07-31"), RegimeMultipliers.none());

    private static final long MINUTE = 60_000L;

    /**
     * 21 sessions of one slot, the first with its last hour, then an hour and a half: long enough
     * for every window.
     */
    @Test
    void everyFeatureHasAProducer() {
        SecondBySecond run = new SecondBySecond(CHAIN_A_MINUTE);
        RichMarket market = new RichMarket(1);
        TradingCalendar calendar = TradingCalendar.newYork();
        long date = calendar.date(at("2024-06-10T10:00"));
        long first = calendar.openMillis(date) - MINUTE;
        for (MarketEvent bar : market.dailyBars(date, 70)) {
            run.snapshot(first, List.of(bar));
            first += 1000;
        }
        for (int session = 0; session < 21; session++) {
            long slot = calendar.openMillis(date) + 120 * MINUTE;
            play(run, market, slot - 8 * MINUTE, slot + 15 * MINUTE, null);
            if (session == 0) {
                long three = calendar.closeMillis(date) - 60 * MINUTE;
                play(run, market, three, three + MINUTE, null);
            }
            date = calendar.nextTradingDate(date);
        }
        Set<Feature> seen = EnumSet.noneOf(Feature.class);
        long start = calendar.openMillis(date) + 46 * MINUTE;
        play(run, market, start, start + 100 * MINUTE, seen);

        assertThat(EnumSet.complementOf(EnumSet.copyOf(seen))).isEmpty();
        assertThat(run.features().thresholds().levels())
                .allSatisfy(levels -> assertThat(levels.fromHistory()).isTrue());
    }

    private static void play(
            SecondBySecond run, RichMarket market, long from, long to, Set<Feature> seen) {
        for (long end = from + 1000; end <= to; end += 1000) {
            FeatureVector features =
                    run.snapshot(end, market.second(end, end % MINUTE == 0)).features();
            if (seen != null && end % (10 * MINUTE) == 0) {
                for (Feature feature : Feature.values()) {
                    if (features.has(feature)) {
                        seen.add(feature);
                    }
                }
            }
        }
    }

    @Test
    void restoredStateGoesOnAsIfNothingHadHappened() {
        MetricConfig config = MetricConfig.defaults();
        List<FeatureSnapshot> whole = run(config, Integer.MAX_VALUE);

        assertThat(differences(run(config, 137), whole)).isEmpty();
    }

    private static Set<Feature> differences(
            List<FeatureSnapshot> one, List<FeatureSnapshot> other) {
        assertThat(one).hasSameSizeAs(other);
        Set<Feature> differences = EnumSet.noneOf(Feature.class);
        for (int i = 0; i < one.size(); i++) {
            FeatureVector a = one.get(i).features();
            FeatureVector b = other.get(i).features();
            for (Feature feature : Feature.values()) {
                if (!Objects.equals(a.get(feature), b.get(feature))
                        || a.quality(feature) != b.quality(feature)) {
                    differences.add(feature);
                }
            }
        }
        return differences;
    }

    /** Plays twenty minutes across two sessions; restarts from bytes every so many seconds. */
    private static List<FeatureSnapshot> run(MetricConfig config, int restartEvery) {
        SecondBySecond run = new SecondBySecond(config);
        RichMarket market = new RichMarket(2);
        List<FeatureSnapshot> snapshots = new ArrayList<>();
        int seconds = 0;
        for (String day : List.of("2024-06-10T10:00", "2024-06-11T10:00")) {
            for (long end = at(day) + 1000; end <= at(day) + 25 * MINUTE; end += 1000) {
                snapshots.add(run.snapshot(end, market.second(end, end % 20_000 == 0)));
                if (++seconds % restartEvery == 0) {
                    run.restart();
                }
            }
        }
        return snapshots;
    }

    @Test
    void equalStatesWriteEqualBytes() {
        SecondBySecond run = new SecondBySecond();
        RichMarket market = new RichMarket(3);
        long ten = at("2024-06-10T10:00");
        for (long end = ten + 1000; end <= ten + 5 * MINUTE; end += 1000) {
            run.snapshot(end, market.second(end, end % 20_000 == 0));
        }
        byte[] bytes = SecondBySecond.bytes(run.features());

        assertThat(SecondBySecond.bytes(SecondBySecond.copy(run.features()))).isEqualTo(bytes);
    }

    @Test
    void contextOfTheSecond() {
        SecondBySecond run = new SecondBySecond();
        FeatureVector noon = run.second(at("2024-06-10T12:45"));

        assertThat(noon.get(Feature.SESSION_ELAPSED)).isEqualTo(0.5);
        assertThat(noon.get(Feature.MINUTES_TO_CLOSE)).isEqualTo(195.0);
        assertThat(run.second(at("2024-06-10T17:00")).has(Feature.MINUTES_TO_CLOSE)).isFalse();
    }

    @Test
    void agesGrowWhileASymbolIsQuiet() {
        SecondBySecond run = new SecondBySecond();
        long ten = at("2024-06-10T10:00");
        RichMarket market = new RichMarket(4);
        run.snapshot(ten, market.second(ten, true));
        FeatureVector later = run.quiet(ten, ten + 70_000);

        assertThat(later.get(Feature.QUOTE_AGE)).isEqualTo(70.9);
        assertThat(later.get(Feature.TRADE_AGE)).isEqualTo(70.899);
        assertThat(later.quality(Feature.MID)).isEqualTo(Quality.STALE);
        assertThat(later.get(Feature.CHAIN_AGE)).isGreaterThanOrEqualTo(60.0);
    }

    @Test
    void whatIsNotFedIsAbsentAndNeverANumber() {
        FeatureVector features =
                new SecondBySecond()
                        .second(at("2024-06-10T10:00"), quote(at("2024-06-10T09:59:59"), 1, 9, 11));

        assertThat(features.get(Feature.MID)).isEqualTo(10.0);
        for (Feature feature :
                List.of(
                        Feature.GIB_PRIOR,
                        Feature.VAPI_FA_5M,
                        Feature.THEORETICAL_DEVIATION,
                        Feature.TRADE_VOLUME_5M,
                        Feature.VPIN,
                        Feature.ATM_IV_30D)) {
            assertThat(features.get(feature)).isNull();
            assertThat(features.quality(feature)).isEqualTo(Quality.ABSENT);
        }
    }

    @Test
    void lateTradeIsNotCountedTwice() {
        SecondBySecond run = new SecondBySecond();
        long ten = at("2024-06-10T10:00");
        run.second(ten, trade(ten - 500, 1, 100, 10, Aggressor.BUY));
        MarketEvent late = trade(ten - 400, 2, 100, 5, Aggressor.SELL);

        assertThat(run.late(late).revision()).isEqualTo(1);
        assertThat(run.late(late)).isNull();
        assertThat(run.features().duplicates()).isEqualTo(1);
        assertThat(run.second(ten + 1000).get(Feature.DAY_VOLUME)).isEqualTo(15.0);
    }
}

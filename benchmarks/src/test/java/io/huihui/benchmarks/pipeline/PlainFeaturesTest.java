package io.huihui.benchmarks.pipeline;

import io.huihui.models.event.MarketEvent;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.metric.MetricConfig;
import io.huihui.models.metric.SymbolFeatures;
import io.huihui.simulator.load.TickLoad;
import io.huihui.simulator.load.TickMix;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class PlainFeaturesTest {

    /** 2025-03-12 10:00 in New York. */
    private static final long START = 1_741_788_000_000L;

    private static final int EVENTS_PER_SECOND = 5;
    private static final int SECONDS = 115 * 60;

    @Test
    void agreesWithTheIncrementalFeaturesInEverySecond() {
        TickLoad load = new TickLoad(7, 1, TickMix.defaults(), START, EVENTS_PER_SECOND);
        SymbolFeatures ours = new SymbolFeatures();
        PlainFeatures plain = new PlainFeatures();
        FeatureVector.Builder scratch = new FeatureVector.Builder();
        FeatureVector.Builder plainOut = new FeatureVector.Builder();
        Set<Feature> present = EnumSet.noneOf(Feature.class);
        for (int second = 1; second <= SECONDS; second++) {
            List<MarketEvent> events = new ArrayList<>();
            for (int i = 0; i < EVENTS_PER_SECOND; i++) {
                MarketEvent event = load.next();
                events.add(event);
                plain.onEvent(event, plainOut);
            }
            FeatureVector vector =
                    ours.closeSecond(
                                    events.get(0).symbol(),
                                    START + 1000L * second,
                                    events,
                                    MetricConfig.defaults(),
                                    scratch)
                            .features();
            assertThat(FeatureDifferences.first(vector, plainOut.build()))
                    .as("second %d", second)
                    .isNull();
            PlainFeatures.COVERED.stream().filter(vector::has).forEach(present::add);
        }
        assertThat(present).hasSizeGreaterThanOrEqualTo(60).isEqualTo(PlainFeatures.COVERED);
    }
}

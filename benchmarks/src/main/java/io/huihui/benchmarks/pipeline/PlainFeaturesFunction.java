package io.huihui.benchmarks.pipeline;

import io.huihui.models.event.MarketEvent;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link PlainFeatures} in a job: events wait for the watermark, then each updates and recomputes
 * everything, and the last result of a second goes out. It keeps its windows on the heap outside of
 * Flink's state, so unlike ours it pays nothing for checkpoints.
 */
final class PlainFeaturesFunction
        extends KeyedProcessFunction<String, MarketEvent, FeatureSnapshot> {

    private static final long serialVersionUID = 1L;

    private transient Map<String, PlainFeatures> features;
    private transient Map<String, List<MarketEvent>> waiting;
    private transient FeatureVector.Builder scratch;

    @Override
    public void open(OpenContext context) {
        features = new HashMap<>();
        waiting = new HashMap<>();
        scratch = new FeatureVector.Builder();
    }

    @Override
    public void processElement(MarketEvent event, Context context, Collector<FeatureSnapshot> out) {
        waiting.computeIfAbsent(event.symbol(), symbol -> new ArrayList<>()).add(event);
        context.timerService()
                .registerEventTimeTimer((event.eventTimeMillis() / 1000 + 1) * 1000 - 1);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<FeatureSnapshot> out) {
        String symbol = context.getCurrentKey();
        List<MarketEvent> second = new ArrayList<>();
        for (MarketEvent event : waiting.get(symbol)) {
            if (event.eventTimeMillis() <= timestamp) {
                second.add(event);
            }
        }
        waiting.get(symbol).removeIf(event -> event.eventTimeMillis() <= timestamp);
        second.sort(MarketEvent.EFFECT_ORDER);
        PlainFeatures plain = features.computeIfAbsent(symbol, key -> new PlainFeatures());
        FeatureVector last = null;
        for (MarketEvent event : second) {
            plain.onEvent(event, scratch);
            last = scratch.build();
        }
        if (last != null) {
            out.collect(new FeatureSnapshot(new SnapshotId(symbol, timestamp + 1), 0, last));
        }
    }
}

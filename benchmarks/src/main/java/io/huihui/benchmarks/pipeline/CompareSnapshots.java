package io.huihui.benchmarks.pipeline;

import io.huihui.models.feature.FeatureSnapshot;

import org.apache.flink.api.common.accumulators.ListAccumulator;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Pairs our snapshot with the plain one of the same symbol and second; counts pairs and keeps the
 * first differences.
 */
final class CompareSnapshots
        extends KeyedCoProcessFunction<String, FeatureSnapshot, FeatureSnapshot, FeatureSnapshot> {

    static final String COMPARED = "compared";
    static final String DIFFERENCES = "differences";

    private static final long serialVersionUID = 1L;
    private static final int FEW = 5;

    private final LongCounter compared = new LongCounter();
    private final ListAccumulator<String> differences = new ListAccumulator<>();
    private transient MapState<Long, FeatureSnapshot> ours;
    private transient MapState<Long, FeatureSnapshot> plain;

    @Override
    public void open(OpenContext context) {
        TypeInformation<FeatureSnapshot> type = TypeInformation.of(FeatureSnapshot.class);
        ours = getRuntimeContext().getMapState(new MapStateDescriptor<>("ours", Types.LONG, type));
        plain =
                getRuntimeContext()
                        .getMapState(new MapStateDescriptor<>("plain", Types.LONG, type));
        getRuntimeContext().addAccumulator(COMPARED, compared);
        getRuntimeContext().addAccumulator(DIFFERENCES, differences);
    }

    @Override
    public void processElement1(
            FeatureSnapshot snapshot, Context context, Collector<FeatureSnapshot> out)
            throws Exception {
        long second = snapshot.id().secondEndMillis();
        FeatureSnapshot other = plain.get(second);
        if (other == null) {
            ours.put(second, snapshot);
        } else {
            plain.remove(second);
            compare(snapshot, other);
        }
    }

    @Override
    public void processElement2(
            FeatureSnapshot snapshot, Context context, Collector<FeatureSnapshot> out)
            throws Exception {
        long second = snapshot.id().secondEndMillis();
        FeatureSnapshot other = ours.get(second);
        if (other == null) {
            plain.put(second, snapshot);
        } else {
            ours.remove(second);
            compare(other, snapshot);
        }
    }

    private void compare(FeatureSnapshot mine, FeatureSnapshot reference) {
        compared.add(1L);
        String difference = FeatureDifferences.first(mine.features(), reference.features());
        if (difference != null && differences.getLocalValue().size() < FEW) {
            differences.add(mine.id().text() + " " + difference);
        }
    }
}

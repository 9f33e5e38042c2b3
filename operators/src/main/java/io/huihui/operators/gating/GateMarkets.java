package io.huihui.operators.gating;

import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.gate.GateMarket;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/** snapshots => what the gate itself looks at in them; a corrected one has been judged before. */
final class GateMarkets implements FlatMapFunction<FeatureSnapshot, GateMarket> {

    static final String UID = "gate-markets";

    private static final long serialVersionUID = 1L;

    private GateMarkets() {}

    static DataStream<GateMarket> attach(DataStream<FeatureSnapshot> snapshots) {
        return snapshots
                .flatMap(new GateMarkets())
                .returns(TypeInformation.of(GateMarket.class))
                .uid(UID)
                .name("What the gate looks at");
    }

    @Override
    public void flatMap(FeatureSnapshot snapshot, Collector<GateMarket> out) {
        if (snapshot.revision() == 0) {
            out.collect(GateMarket.of(snapshot));
        }
    }
}

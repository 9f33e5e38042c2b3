package io.huihui.operators.gating;

import io.huihui.models.decision.Alert;
import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.gate.NetworkOffer;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.MultipleConnectedStreams;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.transformations.KeyedMultipleInputTransformation;
import org.apache.flink.util.OutputTag;

/**
 * snapshots, opinions => keyBy(symbol) => one verdict per snapshot; networks => all symbols.
 *
 * <pre>
 *   |=> {@link #CONFLICTS}: the views of experts that contradict each other
 *   |=> {@link #LATE}: opinions that came after their verdict
 *   |=> {@link #ALERTS}: a network's breaker opens or closes; another network decides
 * </pre>
 */
public final class Gate {

    public static final String UID = "gate";

    public static final OutputTag<ConflictRecord> CONFLICTS =
            new OutputTag<>("gate-conflicts", TypeInformation.of(ConflictRecord.class));

    public static final OutputTag<ExpertOpinion> LATE =
            new OutputTag<>("gate-late-opinions", TypeInformation.of(ExpertOpinion.class));

    public static final OutputTag<Alert> ALERTS =
            new OutputTag<>("gate-alerts", TypeInformation.of(Alert.class));

    /** What the architecture allows an expert before the others go on without it. */
    public static final long DEFAULT_MAX_WAIT_MILLIS = 800;

    private Gate() {}

    /** Attaches the gate. */
    public static SingleOutputStreamOperator<Verdict> attach(
            DataStream<FeatureSnapshot> snapshots,
            DataStream<ExpertOpinion> opinions,
            DataStream<NetworkOffer> networks,
            GateRules rules) {
        KeyedMultipleInputTransformation<Verdict> gate =
                new KeyedMultipleInputTransformation<>(
                        "Gate",
                        new GateOperatorFactory(rules),
                        TypeInformation.of(Verdict.class),
                        snapshots.getExecutionEnvironment().getParallelism(),
                        Types.STRING);
        gate.addInput(
                GateMarkets.attach(snapshots).keyBy(GateOperator.MARKET_KEY).getTransformation(),
                GateOperator.MARKET_KEY);
        gate.addInput(
                opinions.keyBy(GateOperator.OPINION_KEY).getTransformation(),
                GateOperator.OPINION_KEY);
        gate.addInput(networks.broadcast().getTransformation(), null);
        return new MultipleConnectedStreams(snapshots.getExecutionEnvironment())
                .<Verdict>transform(gate)
                .uid(UID);
    }
}

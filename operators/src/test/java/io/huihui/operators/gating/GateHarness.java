package io.huihui.operators.gating;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Verdict;
import io.huihui.models.gate.GateMarket;
import io.huihui.models.gate.NetworkOffer;

import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorV2;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedMultiInputStreamOperatorTestHarness;

/** The gate's operator with its three inputs, without Kryo, as the job has it. */
final class GateHarness extends KeyedMultiInputStreamOperatorTestHarness<String, Verdict> {

    private static final int MARKET = 0;
    private static final int OPINION = 1;
    private static final int NETWORKS = 2;

    GateHarness(GateRules rules) throws Exception {
        super(new GateOperatorFactory(rules), Types.STRING);
        setKeySelector(MARKET, GateOperator.MARKET_KEY);
        setKeySelector(OPINION, GateOperator.OPINION_KEY);
        ((SerializerConfigImpl) getExecutionConfig().getSerializerConfig()).setGenericTypes(false);
    }

    void show(GateMarket market) throws Exception {
        processElement(MARKET, new StreamRecord<>(market));
    }

    void hear(ExpertOpinion opinion) throws Exception {
        processElement(OPINION, new StreamRecord<>(opinion));
    }

    void send(NetworkOffer offer) throws Exception {
        processElement(NETWORKS, new StreamRecord<>(offer));
    }

    /** No network up to this time will follow. */
    void networksAreIn(long millis) throws Exception {
        processWatermark(NETWORKS, new Watermark(millis));
    }

    void watermarks(long millis) throws Exception {
        processWatermark(MARKET, new Watermark(millis));
        processWatermark(OPINION, new Watermark(millis));
        networksAreIn(millis);
    }

    int keyedEntries() {
        return ((HeapKeyedStateBackend<?>)
                        ((AbstractStreamOperatorV2<?>) operator).getKeyedStateBackend())
                .numKeyValueStateEntries();
    }
}

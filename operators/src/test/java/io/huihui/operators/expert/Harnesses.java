package io.huihui.operators.expert;

import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.regime.RegimeRules;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.registry.LentValue;
import io.huihui.operators.flow.FlowExpertOperator;
import io.huihui.operators.regime.RegimeExpertOperator;
import io.huihui.operators.regime.RegimeNews;

import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

import java.util.List;

/** Harnesses that refuse Kryo, as the job does. */
public final class Harnesses {

    /** Experts are asked as in a replay: nothing depends on the machine's speed. */
    public static final Asking REPLAYED =
            Asking.of(BreakerConfig.standard(), Judging.BY_EVENT_TIME);

    private Harnesses() {}

    public static <I, O> KeyedOneInputStreamOperatorTestHarness<String, I, O> of(
            KeyedProcessFunction<String, I, O> function, KeySelector<I, String> key)
            throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, I, O> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(function), key, Types.STRING);
        ((SerializerConfigImpl) harness.getExecutionConfig().getSerializerConfig())
                .setGenericTypes(false);
        return harness;
    }

    public static <A, B, O> KeyedTwoInputStreamOperatorTestHarness<String, A, B, O> of(
            KeyedCoProcessFunction<String, A, B, O> function,
            KeySelector<A, String> first,
            KeySelector<B, String> second)
            throws Exception {
        return of(new KeyedCoProcessOperator<>(function), first, second);
    }

    public static <A, B, O> KeyedTwoInputStreamOperatorTestHarness<String, A, B, O> of(
            TwoInputStreamOperator<A, B, O> operator,
            KeySelector<A, String> first,
            KeySelector<B, String> second)
            throws Exception {
        KeyedTwoInputStreamOperatorTestHarness<String, A, B, O> harness =
                new KeyedTwoInputStreamOperatorTestHarness<>(operator, first, second, Types.STRING);
        ((SerializerConfigImpl) harness.getExecutionConfig().getSerializerConfig())
                .setGenericTypes(false);
        return harness;
    }

    /** The flow expert, which borrows nothing. */
    static KeyedTwoInputStreamOperatorTestHarness<String, FeatureSnapshot, LentValue, ExpertOpinion>
            flow(ExpertSet experts) throws Exception {
        return of(
                FlowExpertOperator.operator(List.of(), experts, REPLAYED),
                snapshot -> snapshot.id().symbol(),
                LentValue::symbol);
    }

    /** The regime expert; its source of news is silent once the harness is open. */
    static KeyedTwoInputStreamOperatorTestHarness<
                    String, FeatureSnapshot, RegimeNews, ExpertOpinion>
            regime(ExpertSet experts) throws Exception {
        return of(
                RegimeExpertOperator.operator(RegimeRules.shipped(), experts, REPLAYED),
                snapshot -> snapshot.id().symbol(),
                null);
    }
}

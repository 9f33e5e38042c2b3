package io.huihui.operators.gating;

import io.huihui.models.decision.Verdict;

import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;

/** Makes the gate's operator in its task. */
final class GateOperatorFactory extends AbstractStreamOperatorFactory<Verdict> {

    private static final long serialVersionUID = 1L;

    private final GateRules rules;

    GateOperatorFactory(GateRules rules) {
        this.rules = rules;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Flink's signature
    public <T extends StreamOperator<Verdict>> T createStreamOperator(
            StreamOperatorParameters<Verdict> parameters) {
        return (T) new GateOperator(parameters, rules);
    }

    @Override
    public Class<? extends StreamOperator<Verdict>> getStreamOperatorClass(ClassLoader loader) {
        return GateOperator.class;
    }
}

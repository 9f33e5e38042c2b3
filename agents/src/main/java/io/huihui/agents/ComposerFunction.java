package io.huihui.agents;

import io.huihui.connectors.topic.Topics;
import io.huihui.models.strategy.StrategyComposer;
import io.huihui.models.strategy.StrategyProposal;
import io.huihui.models.strategy.StrategySample;

import org.apache.flink.statefun.sdk.java.Context;
import org.apache.flink.statefun.sdk.java.StatefulFunction;
import org.apache.flink.statefun.sdk.java.StatefulFunctionSpec;
import org.apache.flink.statefun.sdk.java.ValueSpec;
import org.apache.flink.statefun.sdk.java.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletableFuture;

/**
 * minutes of a symbol => new templates once an hour, proposed or rejected with the reason. Nothing
 * acts on a proposal but people.
 */
final class ComposerFunction implements StatefulFunction {

    private static final Logger LOG = LoggerFactory.getLogger(ComposerFunction.class);

    /** Ten sessions of minutes and what was drawn before: 300 kB at most. */
    private static final ValueSpec<StrategyComposer> COMPOSER =
            ValueSpec.named("composer")
                    .withCustomType(StateTypes.of("strategy-composer", StrategyComposer::new));

    static StatefulFunctionSpec spec() {
        return StatefulFunctionSpec.builder(AgentTypes.STRATEGY_COMPOSER)
                .withValueSpec(COMPOSER)
                .withSupplier(ComposerFunction::new)
                .build();
    }

    @Override
    public CompletableFuture<Void> apply(Context context, Message message) {
        try {
            StrategySample sample = message.as(Samples.TYPE);
            StrategyComposer composer =
                    context.storage().get(COMPOSER).orElseGet(StrategyComposer::new);
            for (StrategyProposal answer : composer.observe(sample)) {
                context.send(
                        Answers.to(
                                answer.isProposed()
                                        ? Topics.STRATEGY_PROPOSALS
                                        : Topics.STRATEGY_REJECTIONS,
                                answer));
            }
            context.storage().set(COMPOSER, composer);
        } catch (RuntimeException e) {
            // The message is ours and no topic's, so there is no dead letter to write of it; one
            // that throws would be called again for ever.
            LOG.error("minute of {} left out", context.self().id(), e);
        }
        return context.done();
    }
}

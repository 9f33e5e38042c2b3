package io.huihui.agents;

import io.huihui.connectors.codec.UndecodableException;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.strategy.SampleJoin;
import io.huihui.models.strategy.StrategySample;

import org.apache.flink.statefun.sdk.java.Context;
import org.apache.flink.statefun.sdk.java.StatefulFunction;
import org.apache.flink.statefun.sdk.java.StatefulFunctionSpec;
import org.apache.flink.statefun.sdk.java.ValueSpec;
import org.apache.flink.statefun.sdk.java.message.Message;
import org.apache.flink.statefun.sdk.java.message.MessageBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * features and verdicts of a symbol => its minutes => composer. A function of its own, so that the
 * composer's long memory travels once a minute and not with every second.
 */
final class SamplerFunction implements StatefulFunction {

    private static final Logger LOG = LoggerFactory.getLogger(SamplerFunction.class);

    /** A minute or two; more while one topic is read ahead of the other. */
    private static final ValueSpec<SampleJoin> WAITING =
            ValueSpec.named("waiting")
                    .withCustomType(StateTypes.of("strategy-minutes", SampleJoin::new));

    static StatefulFunctionSpec spec() {
        return StatefulFunctionSpec.builder(AgentTypes.STRATEGY_SAMPLER)
                .withValueSpec(WAITING)
                .withSupplier(SamplerFunction::new)
                .build();
    }

    @Override
    public CompletableFuture<Void> apply(Context context, Message message) {
        byte[] bytes = message.rawValue().toByteArray();
        if (message.valueTypeName().equals(AgentTypes.VERDICT)) {
            take(context, Topics.VERDICTS, bytes, Verdict::snapshot, SampleJoin::add);
        } else {
            take(context, Topics.FEATURES, bytes, FeatureSnapshot::id, SampleJoin::add);
        }
        return context.done();
    }

    private static <T> void take(
            Context context,
            Topic<T> topic,
            byte[] bytes,
            Function<T, SnapshotId> second,
            BiFunction<SampleJoin, T, StrategySample> join) {
        try {
            T half = topic.newCodec().decode(bytes);
            if (SampleJoin.isMinute(second.apply(half))) {
                SampleJoin waiting = context.storage().get(WAITING).orElseGet(SampleJoin::new);
                StrategySample sample = join.apply(waiting, half);
                context.storage().set(WAITING, waiting);
                if (sample != null) {
                    context.send(toComposer(sample));
                }
            }
        } catch (UndecodableException | RuntimeException e) {
            String reason = String.valueOf(e.getMessage());
            LOG.warn("{} of {}: {}", topic.name(), context.self().id(), reason);
            context.send(Answers.deadLetter(topic, bytes, reason));
        }
    }

    private static Message toComposer(StrategySample sample) {
        return MessageBuilder.forAddress(AgentTypes.STRATEGY_COMPOSER, sample.snapshot().symbol())
                .withCustomType(Samples.TYPE, sample)
                .build();
    }
}

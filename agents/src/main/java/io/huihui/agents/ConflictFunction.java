package io.huihui.agents;

import io.huihui.connectors.codec.UndecodableException;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.Resolution;
import io.huihui.models.explanation.ConflictResolver;

import org.apache.flink.statefun.sdk.java.Context;
import org.apache.flink.statefun.sdk.java.StatefulFunction;
import org.apache.flink.statefun.sdk.java.StatefulFunctionSpec;
import org.apache.flink.statefun.sdk.java.ValueSpec;
import org.apache.flink.statefun.sdk.java.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletableFuture;

/**
 * conflict of a symbol => its resolution, once. The rule decides; words may be chosen by a language
 * model. Whatever is wrong becomes a dead letter: a function that throws would be called again for
 * ever, and with it everybody else's.
 */
final class ConflictFunction implements StatefulFunction {

    private static final Logger LOG = LoggerFactory.getLogger(ConflictFunction.class);

    private static final ValueSpec<Answered> ANSWERED =
            ValueSpec.named("answered").withCustomType(Answered.TYPE);

    private final Rewording rewording;

    private ConflictFunction(Rewording rewording) {
        this.rewording = rewording;
    }

    static StatefulFunctionSpec spec(Rewording rewording) {
        return StatefulFunctionSpec.builder(AgentTypes.CONFLICT_RESOLVER)
                .withValueSpec(ANSWERED)
                .withSupplier(() -> new ConflictFunction(rewording))
                .build();
    }

    @Override
    public CompletableFuture<Void> apply(Context context, Message message) {
        byte[] bytes = message.rawValue().toByteArray();
        CompletableFuture<Void> answer;
        try {
            answer = answer(context, Topics.CONFLICTS.newCodec().decode(bytes));
        } catch (UndecodableException | RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        return answer.exceptionally(
                failure -> {
                    String reason = String.valueOf(failure.getMessage());
                    LOG.warn("conflict of {}: {}", context.self().id(), reason);
                    context.send(Answers.deadLetter(Topics.CONFLICTS, bytes, reason));
                    return null;
                });
    }

    private CompletableFuture<Void> answer(Context context, ConflictRecord conflict) {
        Answered answered = context.storage().get(ANSWERED).orElse(Answered.NONE);
        long second = conflict.snapshot().secondEndMillis();
        if (answered.has(second)) {
            return context.done();
        }
        Resolution resolution = ConflictResolver.resolve(conflict);
        context.storage().set(ANSWERED, answered.and(second));
        return rewording
                .reword(resolution)
                .thenAccept(words -> context.send(Answers.to(Topics.RESOLUTIONS, words)));
    }
}

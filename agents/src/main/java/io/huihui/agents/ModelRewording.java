package io.huihui.agents;

import io.huihui.models.decision.ConflictView;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Resolution;
import io.huihui.models.explanation.WordingCheck;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Words by a language model, if it finds good ones in time. A model that keeps failing, dawdling or
 * claiming what is not known is left alone for a while; the template's words stand meanwhile.
 */
public final class ModelRewording implements Rewording {

    private static final Logger LOG = LoggerFactory.getLogger(ModelRewording.class);

    /** Questions at once; a service on one graphics card answers them one after the other. */
    private static final int THREADS = 4;

    /** Questions that wait; one more would come too late anyway. */
    private static final int WAITING = 32;

    private final LanguageModel model;
    private final Duration deadline;
    private final CircuitBreaker breaker;
    private final ThreadPoolExecutor threads;

    /**
     * @param deadline after which the template's words are taken
     */
    public ModelRewording(LanguageModel model, Duration deadline) {
        this.model = model;
        this.deadline = deadline;
        this.breaker =
                CircuitBreaker.of(
                        "language model",
                        CircuitBreakerConfig.custom()
                                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                                .slidingWindowSize(10)
                                .minimumNumberOfCalls(5)
                                .failureRateThreshold(50)
                                .waitDurationInOpenState(Duration.ofSeconds(30))
                                .permittedNumberOfCallsInHalfOpenState(2)
                                .build());
        breaker.getEventPublisher()
                .onStateTransition(change -> LOG.warn("{}", change.getStateTransition()));
        this.threads =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING),
                        task -> {
                            Thread thread = new Thread(task, "language-model");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    @Override
    public CompletableFuture<Resolution> reword(Resolution resolution) {
        if (!breaker.tryAcquirePermission()) {
            return CompletableFuture.completedFuture(resolution);
        }
        CompletableFuture<String> text;
        try {
            text = CompletableFuture.supplyAsync(() -> write(resolution), threads);
        } catch (RejectedExecutionException e) {
            breaker.releasePermission();
            return CompletableFuture.completedFuture(resolution);
        }
        return text.orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .handle((words, failure) -> checked(resolution, words, failure));
    }

    private String write(Resolution resolution) {
        return model.write(rules(resolution.decision()), task(resolution));
    }

    private static String rules(Direction decision) {
        return "You reword how a conflict between trading experts was settled, for a trader. Write two"
                + " or three plain sentences, at most 500 characters. Say literally \"Decision "
                + decision
                + "\" once, and no other decision. Use only numbers and names that stand in the"
                + " text you are given, as they stand there; add no advice.";
    }

    private Resolution checked(Resolution resolution, String words, Throwable failure) {
        Optional<String> complaint =
                failure != null
                        ? Optional.of(String.valueOf(failure))
                        : words == null
                                ? Optional.of("need a text, was nothing")
                                : WordingCheck.complaint(resolution, words.strip());
        if (complaint.isPresent()) {
            LOG.warn("{}: template kept, {}", resolution.conflictId(), complaint.get());
            breaker.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException(complaint.get()));
            return resolution;
        }
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        return resolution.reworded(words.strip());
    }

    private static String task(Resolution resolution) {
        StringBuilder task = new StringBuilder(resolution.text());
        for (ConflictView view : resolution.views()) {
            task.append('\n').append(view.expert()).append(" reasons:");
            for (Contribution part : view.evidence()) {
                task.append(' ').append(part.input()).append(' ').append(part.value());
            }
        }
        return task.toString();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

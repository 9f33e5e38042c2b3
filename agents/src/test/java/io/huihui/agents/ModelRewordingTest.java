package io.huihui.agents;

import io.huihui.models.decision.Resolution;
import io.huihui.models.decision.Wording;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

class ModelRewordingTest {

    private static final Duration PATIENT = Duration.ofMinutes(1);

    private final Resolution byRule = Settled.byRule(1);

    @Test
    void goodWordsAreTakenAndTheDecisionStays() {
        Resolution reworded = reword((rules, task) -> " Decision UP: flow at 80% prevails. ");

        assertThat(reworded.text()).isEqualTo("Decision UP: flow at 80% prevails.");
        assertThat(reworded.wording()).isEqualTo(Wording.LANGUAGE_MODEL);
        assertThat(reworded.decisionHash()).isEqualTo(byRule.decisionHash());
    }

    @Test
    void theModelIsToldTheDecisionAndTheReasons() {
        reword(
                (rules, task) -> {
                    assertThat(rules).contains("\"Decision UP\"");
                    assertThat(task).contains(byRule.text()).contains("FLOW reasons: reason 0.8");
                    return "Decision UP.";
                });
    }

    @Test
    void wordsThatClaimMoreAreNot() {
        assertThat(reword((rules, task) -> "Decision DOWN.")).isEqualTo(byRule);
        assertThat(reword((rules, task) -> null)).isEqualTo(byRule);
    }

    @Test
    void aModelThatFailsLeavesTheTemplate() {
        assertThat(
                        reword(
                                (rules, task) -> {
                                    throw new IllegalStateException("no such model");
                                }))
                .isEqualTo(byRule);
    }

    @Test
    void aModelThatDoesNotAnswerIsNotWaitedFor() {
        CountDownLatch never = new CountDownLatch(1);
        try (ModelRewording rewording =
                new ModelRewording(
                        (rules, task) -> {
                            await(never);
                            return "Decision UP.";
                        },
                        Duration.ofMillis(50))) {
            assertThat(rewording.reword(byRule).join()).isEqualTo(byRule);
        } finally {
            never.countDown();
        }
    }

    @Test
    void aModelThatKeepsFailingIsLeftAlone() {
        AtomicInteger asked = new AtomicInteger();
        try (ModelRewording rewording =
                new ModelRewording(
                        (rules, task) -> {
                            asked.incrementAndGet();
                            throw new IllegalStateException("out of memory");
                        },
                        PATIENT)) {
            for (int i = 0; i < 100; i++) {
                assertThat(rewording.reword(byRule).join()).isEqualTo(byRule);
            }
        }
        assertThat(asked.get()).isEqualTo(5);
    }

    private Resolution reword(LanguageModel model) {
        try (ModelRewording rewording = new ModelRewording(model, PATIENT)) {
            return rewording.reword(byRule).join();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

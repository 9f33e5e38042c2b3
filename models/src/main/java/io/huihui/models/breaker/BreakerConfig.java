package io.huihui.models.breaker;

import io.huihui.models.Require;

import java.io.Serializable;

/**
 * When what keeps failing is left alone, and how long it is waited for.
 *
 * @param failuresInARow so many failed calls, one after the other, open the breaker
 * @param window over so many calls the share of failures is taken; none is taken before
 * @param failureShare this share of failures in the window opens the breaker, 0..1
 * @param coolDownMillis how long it stays open before one call is tried
 * @param longestCoolDownMillis each failed trial doubles the cool-down, up to this
 * @param leastAnswerMillis a snapshot waits at least so long for its answer before something else
 *     stands in, however quick answers usually are ({@link Patience})
 * @param answerMillis how long it waits at most, and for the first answers
 * @param budgetMillis how long a call may run; then it is taken for hung and its thread given up
 * @param staleMillis how old the last good answer may be to stand in, event time
 */
public record BreakerConfig(
        int failuresInARow,
        int window,
        double failureShare,
        long coolDownMillis,
        long longestCoolDownMillis,
        long leastAnswerMillis,
        long answerMillis,
        long budgetMillis,
        long staleMillis)
        implements Serializable {

    /** What the gate waits for an opinion, so nobody wants the answer of a longer call. */
    private static final long USUAL_BUDGET_MILLIS = 800;

    /**
     * A hundred times what an answer takes; a pause of the process, as when garbage is collected,
     * uses up a quarter of it (BoundedCalls).
     */
    private static final long USUAL_LEAST_ANSWER_MILLIS = 30;

    /**
     * Half of what the gate waits, so that what stands in is still in time. Shorter took a busy
     * machine, and a model's first calls after a restart, for faults.
     */
    private static final long USUAL_ANSWER_MILLIS = 400;

    private static final long USUAL_COOL_DOWN_MILLIS = 5_000;

    /** A trial costs little, so twice the first: what works again is back within two of them. */
    private static final long USUAL_LONGEST_MILLIS = 2 * USUAL_COOL_DOWN_MILLIS;

    private static final long USUAL_STALE_MILLIS = 30_000;

    public BreakerConfig {
        new BreakerRule(
                failuresInARow, window, failureShare, coolDownMillis, longestCoolDownMillis);
        Require.that(
                leastAnswerMillis >= 1
                        && leastAnswerMillis <= answerMillis
                        && answerMillis <= budgetMillis
                        && budgetMillis <= BreakerRule.MOST_MILLIS,
                "1 <= leastAnswerMillis <= answerMillis <= budgetMillis <= "
                        + BreakerRule.MOST_MILLIS,
                "leastAnswerMillis="
                        + leastAnswerMillis
                        + " answerMillis="
                        + answerMillis
                        + " budgetMillis="
                        + budgetMillis);
        Require.that(
                staleMillis >= 0 && staleMillis <= BreakerRule.MOST_MILLIS,
                "0 <= staleMillis <= " + BreakerRule.MOST_MILLIS,
                "staleMillis=" + staleMillis);
    }

    /** Five in a row or half of twenty open it, for five seconds. */
    public static BreakerConfig standard() {
        return new BreakerConfig(
                5,
                20,
                0.5,
                USUAL_COOL_DOWN_MILLIS,
                USUAL_LONGEST_MILLIS,
                USUAL_LEAST_ANSWER_MILLIS,
                USUAL_ANSWER_MILLIS,
                USUAL_BUDGET_MILLIS,
                USUAL_STALE_MILLIS);
    }

    /** Returns when the breaker opens and for how long. */
    public BreakerRule rule() {
        return new BreakerRule(
                failuresInARow, window, failureShare, coolDownMillis, longestCoolDownMillis);
    }
}

package io.huihui.jobs.config;

import io.huihui.models.Require;

/**
 * Who settles conflicts of experts.
 *
 * @param by RULE: the job at once. AGENTS: Stateful Functions, whose answers the job reads, and the
 *     rule where they do not answer; in a replay it is always the rule
 * @param maxWaitMillis after this the rule settles what agents have not
 */
public record ResolutionSettings(By by, long maxWaitMillis) {

    /** Longer than a language model may take, and a start of the functions. */
    private static final long DEFAULT_WAIT_MILLIS = 20_000;

    /** Who settles them; all by the same rule. */
    public enum By {
        RULE,
        AGENTS
    }

    public ResolutionSettings {
        Require.present("by", by);
        Require.that(maxWaitMillis > 0, "a positive maxWaitMillis", String.valueOf(maxWaitMillis));
    }

    static ResolutionSettings byRule() {
        return new ResolutionSettings(By.RULE, DEFAULT_WAIT_MILLIS);
    }

    public boolean byAgents() {
        return by == By.AGENTS;
    }
}

package io.huihui.models.decision;

import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/**
 * What the market is doing, in two layers: exactly one condition, and the event regimes active on
 * top of it.
 *
 * @param posterior one probability per condition, in the order of {@link MarketCondition}; they sum
 *     to 1
 * @param trend direction of the trend; NEUTRAL when there is none
 * @param ageMillis event time since the condition began
 * @param transitions risk of leaving the condition per horizon; empty when no model says so
 * @param events active event regimes in the order of their priority
 * @param rulesVersion name and version of the rules, e.g. {@code regime-rules/1}
 */
public record MarketState(
        SnapshotId snapshot,
        MarketCondition condition,
        List<ConditionProbability> posterior,
        Bias trend,
        long ageMillis,
        List<TransitionRisk> transitions,
        List<EventRegime> events,
        String rulesVersion) {

    public MarketState {
        Require.present("snapshot", snapshot);
        Require.present("condition", condition);
        posterior = List.copyOf(posterior);
        checkPosterior(posterior);
        Require.present("trend", trend);
        Require.notNegative("ageMillis", ageMillis);
        transitions = List.copyOf(transitions);
        events = List.copyOf(events);
        checkPriority(events);
        Require.text("rulesVersion", rulesVersion);
    }

    private static void checkPosterior(List<ConditionProbability> posterior) {
        if (posterior.size() != MarketCondition.count()) {
            throw Require.violated(
                    MarketCondition.count() + " posterior probabilities, one per condition",
                    posterior.size() + " probabilities");
        }
        double[] probabilities = new double[posterior.size()];
        for (int i = 0; i < probabilities.length; i++) {
            if (posterior.get(i).condition().ordinal() != i) {
                throw Require.violated(
                        "a posterior in the order of conditions",
                        posterior.get(i).condition() + " at place " + i);
            }
            probabilities[i] = posterior.get(i).probability();
        }
        Simplex.check("posterior", probabilities);
    }

    private static void checkPriority(List<EventRegime> events) {
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i - 1).name().ordinal() >= events.get(i).name().ordinal()) {
                throw Require.violated(
                        "event regimes in the order of their priority, each once",
                        events.get(i).name() + " after " + events.get(i - 1).name());
            }
        }
    }

    /** Returns what the banner shows: the active event of highest priority, else the condition. */
    public String banner() {
        return events.isEmpty() ? condition.name() : events.get(0).name().name();
    }

    /** Returns the uncertainty of the posterior in nats: 0 = certain, ln 9 = knows nothing. */
    public double entropyNats() {
        double entropy = 0;
        for (ConditionProbability entry : posterior) {
            if (entry.probability() > 0) {
                entropy -= entry.probability() * Math.log(entry.probability());
            }
        }
        return entropy;
    }

    /** Returns whether the event regime is active. */
    public boolean has(EventRegimeName name) {
        return events.stream().anyMatch(event -> event.name() == name);
    }
}

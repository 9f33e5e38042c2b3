package io.huihui.models.expert.regime;

import io.huihui.models.Require;
import io.huihui.models.decision.EventRegimeName;

import java.util.ArrayList;
import java.util.List;

/**
 * When an event regime begins and how long it lasts.
 *
 * @param sustainMillis how long all conditions have to hold before it begins; 0 = at once
 * @param lastsMillis how long it lasts after its conditions held the last time
 */
public record RegimeRule(
        EventRegimeName name, long sustainMillis, long lastsMillis, List<Condition> conditions) {

    public RegimeRule {
        Require.present("name", name);
        Require.notNegative("sustainMillis", sustainMillis);
        Require.that(lastsMillis > 0, "lastsMillis > 0", () -> lastsMillis + " for " + name);
        conditions = List.copyOf(conditions);
        Require.that(!conditions.isEmpty(), "at least one condition", () -> "none for " + name);
    }

    /** Returns every comparison of the rule, inside groups too. */
    public List<Condition.Compare> comparisons() {
        List<Condition.Compare> found = new ArrayList<>();
        collect(conditions, found);
        return found;
    }

    private static void collect(List<Condition> conditions, List<Condition.Compare> found) {
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Compare compare) {
                found.add(compare);
            } else if (condition instanceof Condition.AnyOf any) {
                collect(any.conditions(), found);
            }
        }
    }
}

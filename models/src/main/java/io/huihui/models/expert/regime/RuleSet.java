package io.huihui.models.expert.regime;

import io.huihui.models.Require;
import io.huihui.models.event.EventChecks;

/**
 * Rules of event regimes for a running job. A text that is not understood is no rule set.
 *
 * @param eventTimeMillis they hold for what happens after it
 * @param source who sent them
 * @param sequence tells sets of one source and time apart; the later one holds
 * @param yaml the rules, as a file has them
 */
public record RuleSet(long eventTimeMillis, String source, long sequence, String yaml) {

    public RuleSet {
        EventChecks.time("eventTimeMillis", eventTimeMillis);
        Require.text("source", source);
        Require.notNegative("sequence", sequence);
        Require.text("yaml", yaml);
        RegimeRules.of(yaml);
    }

    public RegimeRules rules() {
        return RegimeRules.of(yaml);
    }
}

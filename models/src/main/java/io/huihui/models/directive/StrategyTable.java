package io.huihui.models.directive;

import io.huihui.models.Require;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.TradeThesis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A versioned list of strategy rules in the order in which they are tried.
 *
 * @param version e.g. {@code strategy-rules/1}
 */
public record StrategyTable(String version, List<StrategyRule> rules) {

    private static final String DEFAULT_RESOURCE = "strategy-rules.txt";

    public StrategyTable {
        Require.text("version", version);
        rules = List.copyOf(rules);
        Require.that(!rules.isEmpty(), "at least one rule", () -> "none in " + version);
    }

    /** Returns the rules that ship with this release. */
    public static StrategyTable shipped() {
        try (InputStream in = StrategyTable.class.getResourceAsStream(DEFAULT_RESOURCE)) {
            Require.present(DEFAULT_RESOURCE, in);
            return StrategyRuleParser.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + DEFAULT_RESOURCE, e);
        }
    }

    /** Returns the first rule that fits and is satisfied by the conviction; null when none is. */
    public StrategyRule firstMatch(
            TradeThesis thesis, List<EventRegime> active, Double ivRank, double conviction) {
        for (StrategyRule rule : rules) {
            if (rule.fits(thesis, active, ivRank) && conviction >= rule.minimumConviction()) {
                return rule;
            }
        }
        return null;
    }
}

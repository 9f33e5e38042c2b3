package io.huihui.models.expert.regime;

import io.huihui.models.Require;
import io.huihui.models.decision.EventRegimeName;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A versioned set of rules, at most one per event regime, in the order of their priority.
 *
 * @param version e.g. {@code regime-rules/1}; stands in every state made by them
 * @param yaml the text they were read from
 */
public record RegimeRules(String version, List<RegimeRule> rules, String yaml) {

    private static final String DEFAULT_RESOURCE = "regime-rules.yaml";

    /** What was read last: one set is in force at a time, but each state names it anew. */
    private static volatile RegimeRules last;

    public RegimeRules {
        Require.text("version", version);
        Require.text("yaml", yaml);
        List<RegimeRule> sorted = new ArrayList<>(rules);
        sorted.sort(Comparator.comparing(RegimeRule::name));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).name() == sorted.get(i - 1).name()) {
                throw Require.violated(
                        "one rule per event regime", "two for " + sorted.get(i).name());
            }
        }
        rules = List.copyOf(sorted);
    }

    /** Returns the rules that ship with this release. */
    public static RegimeRules shipped() {
        return Shipped.RULES;
    }

    /** Read once, when first asked for. */
    private static final class Shipped {

        private static final RegimeRules RULES = read();

        private static RegimeRules read() {
            try (InputStream in = RegimeRules.class.getResourceAsStream(DEFAULT_RESOURCE)) {
                Require.present(DEFAULT_RESOURCE, in);
                String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return RegimeRuleParser.parse(yaml);
            } catch (IOException e) {
                throw new UncheckedIOException("could not read " + DEFAULT_RESOURCE, e);
            }
        }
    }

    /**
     * Returns the rules in a text.
     *
     * @throws io.huihui.models.InvalidRecordException naming the place that is not understood
     */
    public static RegimeRules of(String yaml) {
        RegimeRules known = last;
        if (known == null || !known.yaml().equals(yaml)) {
            known = RegimeRuleParser.parse(yaml);
            last = known;
        }
        return known;
    }

    /** Returns the rule of an event regime. */
    public RegimeRule rule(EventRegimeName name) {
        for (RegimeRule rule : rules) {
            if (rule.name() == name) {
                return rule;
            }
        }
        throw Require.violated("a rule for " + name, "none in " + version);
    }
}

package io.huihui.models.expert.regime;

import io.huihui.models.Require;

import java.util.List;

/** One part of a rule. A rule fires when all its conditions hold. */
public sealed interface Condition {

    /** A metric against a bound. */
    record Compare(RuleMetric metric, Comparison comparison, Bound bound) implements Condition {
        public Compare {
            Require.present("metric", metric);
            Require.present("comparison", comparison);
            Require.present("bound", bound);
        }
    }

    /** An attribute is one of the values, or none of them. */
    record OneOf(Attribute attribute, List<String> values, boolean negated) implements Condition {
        public OneOf {
            Require.present("attribute", attribute);
            values = List.copyOf(values);
            Require.that(!values.isEmpty(), "at least one value", () -> "none for " + attribute);
        }
    }

    /** The symbol contains a text. */
    record Contains(Attribute attribute, String part) implements Condition {
        public Contains {
            Require.present("attribute", attribute);
            Require.text("part", part);
        }
    }

    /** At least one of the conditions holds. */
    record AnyOf(List<Condition> conditions) implements Condition {
        public AnyOf {
            conditions = List.copyOf(conditions);
            Require.that(!conditions.isEmpty(), "at least one condition in any_of", "none");
        }
    }
}

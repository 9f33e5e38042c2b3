package io.huihui.models.expert.regime;

import io.huihui.models.Require;
import io.huihui.models.decision.EventRegimeName;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads rules from YAML. A name that is not a feature, an operator, an attribute or an event regime
 * is an error that names its line and column, so a rule that could never fire cannot be loaded.
 *
 * <pre>
 * version: regime-rules/2
 * regimes:
 *   HIGH_VOLATILITY:
 *     sustain: 30m
 *     lasts: 5m
 *     when:
 *       - REALIZED_VOL_30M gt dynamic_threshold:strong else 0.30
 *       - any_of:
 *           - SESSION in_list MORNING,AFTERNOON
 *           - SKEW_25_DELTA@15m abs_gt 0.01
 * </pre>
 */
public final class RegimeRuleParser {

    private static final Pattern PERIOD = Pattern.compile("([0-9]{1,4})([sm])");

    /** A file of rules is small; no more is ever read. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setLabel("rules")
                    .setUseMarks(true)
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(0)
                    .setCodePointLimit(MOST_CHARACTERS)
                    .build();

    private RegimeRuleParser() {}

    /**
     * Returns the rules in the text.
     *
     * @throws io.huihui.models.InvalidRecordException naming the place that is not understood
     */
    public static RegimeRules parse(String yaml) {
        Node top = compose(yaml);
        String version = null;
        List<RegimeRule> rules = List.of();
        for (NodeTuple entry : mapping(top, "`version` and `regimes`")) {
            String key = text(entry.getKeyNode());
            switch (key) {
                case "version" -> version = text(entry.getValueNode());
                case "regimes" -> rules = rules(entry.getValueNode());
                default -> throw refused("`version` or `regimes`", key, entry.getKeyNode());
            }
        }
        if (version == null) {
            throw refused("a `version`", "none", top);
        }
        return new RegimeRules(version, rules, yaml);
    }

    private static Node compose(String yaml) {
        try {
            Optional<Node> top = new Compose(SETTINGS).composeString(yaml);
            return top.orElseThrow(() -> Require.violated("rules in YAML", "an empty text"));
        } catch (MarkedYamlEngineException e) {
            String problem = e.getProblem() == null ? "unreadable" : e.getProblem();
            throw violated("YAML", problem, e.getProblemMark());
        } catch (YamlEngineException e) {
            // Of characters and sizes, which have no place in the text's lines.
            String problem = e.getMessage() == null ? "unreadable" : e.getMessage();
            throw violated("YAML", problem.lines().findFirst().orElse(""), Optional.empty());
        } catch (StackOverflowError tooDeep) {
            throw violated("YAML", "nested too deep to be rules", Optional.empty());
        }
    }

    private static List<RegimeRule> rules(Node regimes) {
        List<RegimeRule> rules = new ArrayList<>();
        for (NodeTuple entry : mapping(regimes, "event regimes")) {
            Node key = entry.getKeyNode();
            EventRegimeName name = at(key, () -> RuleWords.named(EventRegimeName.class, text(key)));
            rules.add(rule(name, key, entry.getValueNode()));
        }
        return rules;
    }

    private static RegimeRule rule(EventRegimeName name, Node place, Node body) {
        long sustainMillis = 0;
        long lastsMillis = 0;
        List<Condition> conditions = List.of();
        for (NodeTuple entry : mapping(body, "`sustain`, `lasts` and `when` of " + name)) {
            Node value = entry.getValueNode();
            switch (text(entry.getKeyNode())) {
                case "sustain" -> sustainMillis = period(value);
                case "lasts" -> lastsMillis = period(value);
                case "when" -> conditions = conditions(value, true);
                default ->
                        throw refused(
                                "sustain, lasts or when",
                                text(entry.getKeyNode()),
                                entry.getKeyNode());
            }
        }
        long sustain = sustainMillis;
        long lasts = lastsMillis;
        List<Condition> all = conditions;
        return at(place, () -> new RegimeRule(name, sustain, lasts, all));
    }

    private static List<Condition> conditions(Node node, boolean mayGroup) {
        if (!(node instanceof SequenceNode list)) {
            throw refused("a list of conditions", kind(node), node);
        }
        List<Condition> conditions = new ArrayList<>();
        for (Node each : list.getValue()) {
            if (each instanceof ScalarNode) {
                conditions.add(at(each, () -> RuleWords.condition(text(each))));
            } else {
                conditions.add(group(each, mayGroup));
            }
        }
        return conditions;
    }

    private static Condition group(Node node, boolean mayGroup) {
        List<NodeTuple> entries = mapping(node, "a condition, or any_of with a list");
        if (entries.size() != 1 || !text(entries.get(0).getKeyNode()).equals("any_of")) {
            throw refused("a condition, or any_of with a list", "other keys", node);
        }
        if (!mayGroup) {
            throw refused("groups that are not nested", "any_of in any_of", node);
        }
        Node members = entries.get(0).getValueNode();
        List<Condition> conditions = conditions(members, false);
        return at(members, () -> new Condition.AnyOf(conditions));
    }

    private static long period(Node node) {
        Matcher period = PERIOD.matcher(text(node));
        if (!period.matches()) {
            throw refused("a period such as 90s or 5m", text(node), node);
        }
        long unitMillis = period.group(2).equals("m") ? 60_000L : 1_000L;
        return Long.parseLong(period.group(1)) * unitMillis;
    }

    /** Returns the entries; the library itself lets two entries of one key through here. */
    private static List<NodeTuple> mapping(Node node, String required) {
        if (!(node instanceof MappingNode mapping)) {
            throw refused(required, kind(node), node);
        }
        Set<String> seen = new TreeSet<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!seen.add(text(entry.getKeyNode()))) {
                throw refused(
                        "each key once",
                        "a second " + text(entry.getKeyNode()),
                        entry.getKeyNode());
            }
        }
        return mapping.getValue();
    }

    private static String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw refused("a text", kind(node), node);
    }

    private static String kind(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isEmpty() ? "nothing" : "`" + scalar.getValue() + "`";
        }
        return node instanceof SequenceNode ? "a list" : "keys";
    }

    /** What is read from a node. */
    private interface Reading<T> {
        T read();
    }

    /** Says where when something that was read does not fit. */
    private static <T> T at(Node node, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            throw violated(
                    "rules as docs/decisions-and-directives.md describes them",
                    kind(node) + " (" + e.getMessage() + ")",
                    node.getStartMark());
        }
    }

    private static IllegalArgumentException refused(String required, String was, Node node) {
        return violated(required, was, node.getStartMark());
    }

    private static IllegalArgumentException violated(
            String required, String was, Optional<Mark> mark) {
        String where =
                mark.map(m -> " at line " + (m.getLine() + 1) + ", column " + (m.getColumn() + 1))
                        .orElse("");
        return Require.violated(required, was + where);
    }
}

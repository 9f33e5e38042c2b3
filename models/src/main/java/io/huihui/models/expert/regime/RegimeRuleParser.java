package io.huihui.models.expert.regime;

import io.huihui.models.Require;
import io.huihui.models.calendar.Session;
import io.huihui.models.decision.Bias;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.feature.Feature;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads rules from text. A name that is not a feature, an operator, an attribute or an event regime
 * is an error that names the line, so a rule that could never fire cannot be loaded.
 *
 * <pre>
 * version regime-rules/1
 * regime HIGH_VOLATILITY sustain 30m lasts 5m
 *   REALIZED_VOL_30M gt dynamic_threshold:strong else 0.30
 *   any_of
 *     SESSION in_list MORNING,AFTERNOON
 *     SKEW_25_DELTA@15m abs_gt 0.01
 *   end
 * </pre>
 */
public final class RegimeRuleParser {

    private static final String DYNAMIC = "dynamic_threshold:";
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern CHANGE = Pattern.compile("([A-Z0-9_]+)@([0-9]{1,2})m");
    private static final Pattern PERIOD = Pattern.compile("([0-9]{1,4})([sm])");

    private final List<RegimeRule> rules = new ArrayList<>();
    private String version;
    private EventRegimeName name;
    private long sustainMillis;
    private long lastsMillis;
    private List<Condition> conditions = new ArrayList<>();
    private List<Condition> group;

    private RegimeRuleParser() {}

    /**
     * Returns the rules in the text.
     *
     * @throws io.huihui.models.InvalidRecordException naming the first line that is not understood
     */
    public static RegimeRules parse(String text) {
        RegimeRuleParser parser = new RegimeRuleParser();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    parser.line(SPACE.split(line));
                } catch (IllegalArgumentException e) {
                    throw Require.violated(
                            "rules as docs/decisions-and-directives.md describes them",
                            "line " + (i + 1) + " `" + line + "` (" + e.getMessage() + ")");
                }
            }
        }
        parser.finishRule();
        return new RegimeRules(parser.version, parser.rules);
    }

    private void line(String[] words) {
        switch (words[0]) {
            case "version" -> version = words[1];
            case "regime" -> header(words);
            case "any_of" -> {
                Require.that(group == null, "groups that are not nested", "any_of in any_of");
                group = new ArrayList<>();
            }
            case "end" -> {
                conditions.add(new Condition.AnyOf(Require.present("an open any_of", group)));
                group = null;
            }
            default -> (group == null ? conditions : group).add(condition(words));
        }
    }

    private void header(String[] words) {
        finishRule();
        name = named(EventRegimeName.class, words[1]);
        for (int i = 2; i + 1 < words.length; i += 2) {
            switch (words[i]) {
                case "sustain" -> sustainMillis = period(words[i + 1]);
                case "lasts" -> lastsMillis = period(words[i + 1]);
                default -> throw Require.violated("sustain or lasts", words[i]);
            }
        }
    }

    private void finishRule() {
        Require.that(group == null, "an `end` for every any_of", "an open any_of");
        if (name != null) {
            rules.add(new RegimeRule(name, sustainMillis, lastsMillis, conditions));
        }
        name = null;
        sustainMillis = 0;
        lastsMillis = 0;
        conditions = new ArrayList<>();
    }

    private Condition condition(String[] words) {
        Require.that(name != null, "a condition inside a regime", "one before the first");
        Require.that(words.length >= 3, "LEFT operator RIGHT", words.length + " words");
        for (Attribute attribute : Attribute.values()) {
            if (attribute.name().equals(words[0])) {
                return attributeTest(attribute, words[1], words[2]);
            }
        }
        Comparison comparison = named(Comparison.class, words[1].toUpperCase(Locale.ROOT));
        return new Condition.Compare(metric(words[0]), comparison, bound(words));
    }

    private static Condition attributeTest(Attribute attribute, String operator, String right) {
        List<String> values = List.of(right.split(",", -1));
        values.forEach(value -> checkValue(attribute, value, operator));
        return switch (operator) {
            case "eq", "in_list" -> new Condition.OneOf(attribute, values, false);
            case "neq", "not_in_list" -> new Condition.OneOf(attribute, values, true);
            case "contains" -> new Condition.Contains(attribute, right);
            default ->
                    throw Require.violated("eq, neq, in_list, not_in_list or contains", operator);
        };
    }

    private static void checkValue(Attribute attribute, String value, String operator) {
        if (operator.equals("contains")) {
            return;
        }
        switch (attribute) {
            case SYMBOL -> Require.text("symbol", value);
            case SESSION -> named(Session.class, value);
            case WEEKDAY -> named(DayOfWeek.class, value);
            case TREND -> named(Bias.class, value);
        }
    }

    private static RuleMetric metric(String word) {
        Matcher change = CHANGE.matcher(word);
        if (change.matches()) {
            return new RuleMetric(
                    named(Feature.class, change.group(1)), Integer.parseInt(change.group(2)));
        }
        return new RuleMetric(named(Feature.class, word), 0);
    }

    private static Bound bound(String[] words) {
        if (!words[2].startsWith(DYNAMIC)) {
            return new Bound.Fixed(Double.parseDouble(words[2]));
        }
        Require.that(
                words.length == 5 && words[3].equals("else"),
                "dynamic_threshold:NAME else NUMBER",
                String.join(" ", words));
        String level = words[2].substring(DYNAMIC.length()).toUpperCase(Locale.ROOT);
        return new Bound.Dynamic(named(ThresholdLevel.class, level), Double.parseDouble(words[4]));
    }

    private static long period(String word) {
        Matcher period = PERIOD.matcher(word);
        Require.that(period.matches(), "a period such as 90s or 5m", word);
        long unitMillis = period.group(2).equals("m") ? 60_000L : 1_000L;
        return Long.parseLong(period.group(1)) * unitMillis;
    }

    private static <E extends Enum<E>> E named(Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word);
        } catch (IllegalArgumentException e) {
            throw Require.violated("a " + type.getSimpleName(), "`" + word + "`");
        }
    }
}

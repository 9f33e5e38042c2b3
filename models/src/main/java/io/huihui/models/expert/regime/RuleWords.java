package io.huihui.models.expert.regime;

import io.huihui.models.Require;
import io.huihui.models.calendar.Session;
import io.huihui.models.decision.Bias;
import io.huihui.models.feature.Feature;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One condition of a rule in words: {@code LEFT operator RIGHT}. Every name becomes a constant of
 * an enum, or it is refused.
 */
final class RuleWords {

    private static final String DYNAMIC = "dynamic_threshold:";
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern CHANGE = Pattern.compile("([A-Z0-9_]+)@([0-9]{1,2})m");

    private RuleWords() {}

    /** Returns the condition. */
    static Condition condition(String text) {
        String[] words = SPACE.split(text.strip());
        Require.that(words.length >= 3, "LEFT operator RIGHT", () -> words.length + " words");
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
                () -> String.join(" ", words));
        String level = words[2].substring(DYNAMIC.length()).toUpperCase(Locale.ROOT);
        return new Bound.Dynamic(named(ThresholdLevel.class, level), Double.parseDouble(words[4]));
    }

    /** Returns the constant of this name. */
    static <E extends Enum<E>> E named(Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word);
        } catch (IllegalArgumentException e) {
            throw Require.violated("a " + type.getSimpleName(), "`" + word + "`");
        }
    }
}

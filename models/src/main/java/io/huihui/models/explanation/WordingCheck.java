package io.huihui.models.explanation;

import io.huihui.models.decision.ConflictView;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.Resolution;
import io.huihui.models.feature.Feature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether words that somebody found for a resolution say what it says: its decision and no other,
 * only numbers that stand in its evidence, only names that do. Words of a language model pass here
 * or are not used.
 */
public final class WordingCheck {

    /** What a text has to say once; with another direction it must not stand. */
    private static final Pattern DECISION =
            Pattern.compile("\\bdecision:? +(\\w+)", Pattern.CASE_INSENSITIVE);

    /** A number that is no part of a name, with its sign and a percent sign. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])[-+\u2212]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?%?(?![\\w])");

    /** Names of metrics are written in capitals, with digits, underscores, hyphens or dots. */
    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Z0-9]+(?:[_.-][A-Z0-9]+)*\\b");

    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

    private static final Pattern TEMPLATE_NUMBER = Pattern.compile("\\d+\\.\\d+");

    /** Below it a whole number is a count: "1" is no rounding of a probability of .8. */
    private static final double LEAST_ROUNDED = 10;

    private WordingCheck() {}

    /** Returns what is wrong with the text, in one sentence. */
    public static Optional<String> complaint(Resolution resolution, String text) {
        if (text.isBlank() || text.length() > Resolution.LONGEST_TEXT) {
            return Optional.of(
                    "need a text of 1 to "
                            + Resolution.LONGEST_TEXT
                            + " characters, was "
                            + text.length());
        }
        return decision(resolution.decision(), text)
                .or(() -> names(resolution, text))
                .or(() -> numbers(resolution, text));
    }

    private static Optional<String> decision(Direction decision, String text) {
        Matcher said = DECISION.matcher(text);
        boolean found = false;
        while (said.find()) {
            if (!said.group(1).equalsIgnoreCase(decision.name())) {
                return Optional.of(
                        "need \"decision " + decision + "\", was \"" + said.group() + "\"");
            }
            found = true;
        }
        return found
                ? Optional.empty()
                : Optional.of("need the words \"decision " + decision + "\", were missing");
    }

    private static Optional<String> names(Resolution resolution, String text) {
        Set<String> known = new HashSet<>();
        known.add(resolution.snapshot().symbol().toUpperCase(Locale.ROOT));
        for (Direction direction : Direction.values()) {
            known.add(direction.name());
        }
        for (Expert expert : Expert.values()) {
            known.add(expert.name());
        }
        for (ConflictView view : resolution.views()) {
            for (Contribution part : view.evidence()) {
                known.add(part.input().toUpperCase(Locale.ROOT));
                known.add(view.expert() + "." + part.input().toUpperCase(Locale.ROOT));
            }
        }
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            if (!known.contains(name.group())) {
                return unknown("names", name.group());
            }
        }
        String words = words(text);
        for (Feature feature : Feature.values()) {
            if (!known.contains(feature.name()) && words.contains(words(feature.name()))) {
                return unknown("names", feature.name());
            }
        }
        return Optional.empty();
    }

    /** Returns the words in lower case with a space before and after each. */
    private static String words(String text) {
        return ' ' + NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ") + ' ';
    }

    private static Optional<String> unknown(String what, String found) {
        return Optional.of(
                "need only " + what + " that stand in the evidence, was \"" + found + "\"");
    }

    private static Optional<String> numbers(Resolution resolution, String text) {
        List<Double> known = known(resolution);
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            if (known.stream().noneMatch(value -> reads(number.group(), value))) {
                return unknown("numbers", number.group());
            }
        }
        return Optional.empty();
    }

    /** Returns every number of the record, and those that the template computed from them. */
    private static List<Double> known(Resolution resolution) {
        List<Double> known = new ArrayList<>();
        known.add((double) resolution.views().size());
        known.add((double) resolution.dissent().size());
        for (ConflictView view : resolution.views()) {
            known.add((double) view.thesis().horizon().minutes());
            known.add(view.confidence());
            for (Direction direction : Direction.values()) {
                known.add(view.thesis().probability(direction));
            }
            view.evidence().forEach(part -> known.add(part.value()));
        }
        Matcher computed = TEMPLATE_NUMBER.matcher(resolution.text());
        while (computed.find()) {
            known.add(Double.valueOf(computed.group()));
        }
        return known;
    }

    /** A value may be rounded to as many digits as are written, and be given in percent. */
    private static boolean reads(String written, double value) {
        boolean percent = written.endsWith("%");
        String digits = (percent ? written.substring(0, written.length() - 1) : written);
        double said = Double.parseDouble(digits.replace('\u2212', '-'));
        int point = digits.indexOf('.');
        int decimals = point < 0 ? 0 : digits.length() - point - 1;
        double meant = percent ? value * 100 : value;
        boolean rounded = decimals > 0 || percent || Math.abs(meant) >= LEAST_ROUNDED;
        double half = rounded ? 0.5 * Math.pow(10, -decimals) * (1 + 1e-9) : 0;
        return Math.abs(said - meant) <= half || Math.abs(said - Math.abs(meant)) <= half;
    }
}

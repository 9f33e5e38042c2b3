package io.huihui.models.directive;

import io.huihui.models.Require;
import io.huihui.models.decision.DayRange;
import io.huihui.models.decision.DeltaRange;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.Structure;
import io.huihui.models.decision.TradeThesis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads strategy rules from text. What is not known, missing or without its mirror image is an
 * error that names the line, so a rule that could never fire, or leans one way, cannot be loaded.
 *
 * <pre>
 * version strategy-rules/1
 * rule momentum
 *   bull LONG_CALL in HIGH_VAPI_FA_BULLISH_MOMENTUM_UNIVERSAL
 *   bear LONG_PUT in HIGH_VAPI_FA_BEARISH_MOMENTUM_UNIVERSAL
 *   days 1-7
 *   long 0.40-0.70
 *   rank 0-0.70
 *   conviction 4.0
 * </pre>
 */
public final class StrategyRuleParser {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern RANGE =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)?)-([0-9]+(?:\\.[0-9]+)?)");

    /** One side of a rule. */
    private record Side(Structure structure, List<EventRegimeName> regimes) {}

    private final List<StrategyRule> rules = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<TradeThesis, Side> sides = new EnumMap<>(TradeThesis.class);
    private String version;
    private String name;
    private DayRange days;
    private DeltaRange longDelta;
    private DeltaRange shortDelta;
    private DeltaRange rank;
    private Double conviction;
    private boolean endsAtClose;

    private StrategyRuleParser() {}

    /**
     * Returns the rules in the text.
     *
     * @throws io.huihui.models.InvalidRecordException naming the first line that is not understood;
     *     for a rule as a whole the line of its name
     */
    public static StrategyTable parse(String text) {
        StrategyRuleParser parser = new StrategyRuleParser();
        String[] lines = text.split("\n", -1);
        int ruleLine = 0;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] words = SPACE.split(line);
            if (words[0].equals("rule")) {
                parser.finishRule(ruleLine);
                ruleLine = i + 1;
            }
            try {
                parser.line(words);
            } catch (IllegalArgumentException e) {
                throw violated(i + 1, line, e);
            }
        }
        parser.finishRule(ruleLine);
        return new StrategyTable(parser.version, parser.rules);
    }

    private static IllegalArgumentException violated(
            int line, String text, IllegalArgumentException why) {
        return Require.violated(
                "rules as docs/decisions-and-directives.md describes them",
                "line " + line + " `" + text + "` (" + why.getMessage() + ")");
    }

    private void line(String[] words) {
        Require.that(words.length >= 2, "a key and its value", () -> words.length + " words");
        switch (words[0]) {
            case "version" -> version = words[1];
            case "rule" -> begin(words[1]);
            case "bull" -> side(TradeThesis.BULLISH, words);
            case "bear" -> side(TradeThesis.BEARISH, words);
            case "expansion" -> side(TradeThesis.VOL_EXPANSION, words);
            case "contraction" -> side(TradeThesis.VOL_CONTRACTION, words);
            case "days" -> days = days(words[1]);
            case "long" -> longDelta = range(words[1]);
            case "short" -> shortDelta = range(words[1]);
            case "rank" -> rank = range(words[1]);
            case "conviction" -> conviction = Double.valueOf(words[1]);
            case "exit" -> {
                Require.that(words[1].equals("close"), "exit close", () -> words[1]);
                endsAtClose = true;
            }
            default ->
                    throw Require.violated(
                            "version, rule, bull, bear, expansion, contraction, days, long, short,"
                                    + " rank, conviction or exit",
                            "`" + words[0] + "`");
        }
    }

    private void begin(String given) {
        Require.that(NAME.matcher(given).matches(), "a kebab-case name", () -> "`" + given + "`");
        Require.that(!names.contains(given), "one rule of each name", () -> "two of " + given);
        names.add(given);
        name = given;
        days = null;
        longDelta = null;
        shortDelta = null;
        rank = null;
        conviction = null;
        endsAtClose = false;
        sides.clear();
    }

    private void side(TradeThesis thesis, String[] words) {
        Require.that(
                words.length == 4 && words[2].equals("in"),
                "SIDE STRUCTURE in REGIMES|any",
                () -> String.join(" ", words));
        List<EventRegimeName> regimes = new ArrayList<>();
        if (!words[3].equals("any")) {
            for (String regime : words[3].split(",", -1)) {
                regimes.add(named(EventRegimeName.class, regime));
            }
        }
        sides.put(thesis, new Side(named(Structure.class, words[1]), regimes));
    }

    private void finishRule(int line) {
        if (name == null) {
            return;
        }
        try {
            Require.that(!sides.isEmpty(), "at least one side", "none");
            checkTwins();
            Require.present("days", days);
            Require.present("long", longDelta);
            Require.present("rank", rank);
            Require.present("conviction", conviction);
            sides.forEach((thesis, side) -> rules.add(rule(thesis, side)));
        } catch (IllegalArgumentException e) {
            throw violated(line, "rule " + name, e);
        }
        name = null;
    }

    private void checkTwins() {
        Side bull = sides.get(TradeThesis.BULLISH);
        Side bear = sides.get(TradeThesis.BEARISH);
        if (!((bull == null) == (bear == null)
                && (bull == null || bull.structure.mirror() == bear.structure))) {
            throw Require.violated(
                    "a bull side and a bear side that mirror each other",
                    "bull=" + bull + " bear=" + bear);
        }
    }

    private StrategyRule rule(TradeThesis thesis, Side side) {
        return new StrategyRule(
                name,
                thesis,
                side.regimes,
                side.structure,
                days,
                longDelta,
                shortDelta,
                rank.low(),
                rank.high(),
                conviction,
                endsAtClose);
    }

    private static DayRange days(String word) {
        Ends text = Ends.of(word);
        return new DayRange(Integer.parseInt(text.low), Integer.parseInt(text.high));
    }

    private static DeltaRange range(String word) {
        Ends text = Ends.of(word);
        return new DeltaRange(Double.parseDouble(text.low), Double.parseDouble(text.high));
    }

    /** The two ends of {@code LOW-HIGH}. */
    private record Ends(String low, String high) {

        static Ends of(String word) {
            Matcher range = RANGE.matcher(word);
            Require.that(range.matches(), "LOW-HIGH", () -> "`" + word + "`");
            return new Ends(range.group(1), range.group(2));
        }
    }

    private static <E extends Enum<E>> E named(Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word);
        } catch (IllegalArgumentException e) {
            throw Require.violated("a " + type.getSimpleName(), "`" + word + "`");
        }
    }
}

package io.huihui.models.strategy;

import io.huihui.models.Require;
import io.huihui.models.decision.Structure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads templates from their text. */
public final class TemplateText {

    private static final Pattern WHOLE =
            Pattern.compile(
                    "([A-Z_]+) (\\d{1,3})d long (\\d{1,2})(?: short (\\d{1,2}))?(?: when (.+))?"
                            + " exit stop (\\d{1,3})% target (\\d{1,4})% after (\\d{1,4})m");

    private static final Pattern GATE = Pattern.compile("([A-Z_]+) (>=|<=) p(\\d{1,2})");

    private TemplateText() {}

    /**
     * Returns the template that {@link StrategyTemplate#text} wrote, or that means the same.
     *
     * @throws io.huihui.models.InvalidRecordException when it is not understood
     */
    public static StrategyTemplate parse(String text) {
        Matcher whole = WHOLE.matcher(text);
        Require.that(
                whole.matches(),
                "a template such as `LONG_CALL 7d long 50 when LEAN >= p75 exit stop 50% target"
                        + " 100% after 60m`",
                "`" + text + "`");
        return new StrategyTemplate(
                constant(Structure.values(), whole.group(1)),
                Integer.parseInt(whole.group(2)),
                Integer.parseInt(whole.group(3)),
                whole.group(4) == null ? 0 : Integer.parseInt(whole.group(4)),
                gates(whole.group(5)),
                new ExitRule(
                        Integer.parseInt(whole.group(6)),
                        Integer.parseInt(whole.group(7)),
                        Integer.parseInt(whole.group(8))));
    }

    private static List<EntryGate> gates(String text) {
        List<EntryGate> gates = new ArrayList<>();
        if (text == null) {
            return gates;
        }
        for (String part : text.split(" and ", -1)) {
            Matcher gate = GATE.matcher(part);
            Require.that(gate.matches(), "a gate such as `LEAN >= p75`", "`" + part + "`");
            gates.add(
                    new EntryGate(
                            constant(EntryInput.values(), gate.group(1)),
                            gate.group(2).equals(GateSide.AT_LEAST.sign())
                                    ? GateSide.AT_LEAST
                                    : GateSide.AT_MOST,
                            Integer.parseInt(gate.group(3))));
        }
        return gates;
    }

    private static <E extends Enum<E>> E constant(E[] constants, String name) {
        for (E constant : constants) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw Require.violated("one of " + List.of(constants), "`" + name + "`");
    }
}

package io.huihui.models.expert.sentiment;

import java.util.Locale;
import java.util.Map;

/**
 * How much a story weighs by where it comes from, 0..1. Wires are edited and quick, the press is
 * edited and slow, a blog is neither; the classes are judgement, not measurement.
 */
public final class SourceTrust {

    private static final double WIRE = 1.0;
    private static final double PRESS = 0.8;
    private static final double BLOG = 0.4;

    /** A source nobody has judged yet. */
    static final double UNKNOWN = 0.5;

    private static final Map<String, Double> KNOWN =
            Map.ofEntries(
                    Map.entry("reuters", WIRE),
                    Map.entry("bloomberg", WIRE),
                    Map.entry("dow jones", WIRE),
                    Map.entry("simulated-wire", WIRE),
                    Map.entry("cnbc", PRESS),
                    Map.entry("guardian", PRESS),
                    Map.entry("financial times", PRESS),
                    Map.entry("simulated-press", PRESS),
                    Map.entry("twitter", BLOG),
                    Map.entry("simulated-blog", BLOG));

    private SourceTrust() {}

    /** Returns the trust in a source, by its name in any case. */
    public static double of(String source) {
        return KNOWN.getOrDefault(source.toLowerCase(Locale.ROOT), UNKNOWN);
    }
}

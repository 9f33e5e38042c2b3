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

    /** After the name of a source whose image or recording was read by an engine. */
    static final String BY_OCR = "/ocr";

    static final String BY_SPEECH = "/speech";

    /**
     * What reading leaves of the trust: a chart is read almost without error, of a recording one
     * word in ten is heard wrong (benchmarks/README.md).
     */
    private static final double OCR_KEEPS = 0.9;

    private static final double SPEECH_KEEPS = 0.75;

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
        String name = source.toLowerCase(Locale.ROOT);
        if (name.endsWith(BY_OCR)) {
            return OCR_KEEPS * of(name.substring(0, name.length() - BY_OCR.length()));
        }
        if (name.endsWith(BY_SPEECH)) {
            return SPEECH_KEEPS * of(name.substring(0, name.length() - BY_SPEECH.length()));
        }
        return KNOWN.getOrDefault(name, UNKNOWN);
    }
}

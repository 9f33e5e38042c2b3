package io.huihui.benchmarks.evaluate.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Headlines as a speaker says them: names for tickers, no marks. */
final class SpokenHeadlines {

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("SPY", "spy"),
                    Map.entry("QQQ", "nasdaq"),
                    Map.entry("IWM", "russell"),
                    Map.entry("AAPL", "apple"),
                    Map.entry("MSFT", "microsoft"),
                    Map.entry("NVDA", "nvidia"),
                    Map.entry("AMZN", "amazon"),
                    Map.entry("META", "meta"),
                    Map.entry("TSLA", "tesla"),
                    Map.entry("GOOGL", "google"),
                    Map.entry("LLY", "eli lilly"),
                    Map.entry("PLTR", "palantir"));

    private SpokenHeadlines() {}

    /** Returns the words of a headline. */
    static List<String> words(String headline) {
        String spoken = headline;
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            spoken = spoken.replaceAll("\\b" + name.getKey() + "\\b", name.getValue());
        }
        String plain = spoken.toLowerCase(Locale.ROOT).replaceAll("[^a-z' ]", " ");
        return Arrays.asList(plain.strip().split("\\s+"));
    }
}

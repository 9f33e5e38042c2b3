package io.huihui.models.text;

import io.huihui.models.Require;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds the symbols a text speaks of: cashtags ({@code $AAPL}), tickers of three letters and more
 * written in capitals, and names (aliases) as whole words. A one-word alias has to be written with
 * a capital, so that a fruit is no company and a target no shop.
 */
public final class EntityLinker {

    /** A shorter word in capitals is more often an abbreviation than a ticker. */
    private static final int SHORTEST_BARE_TICKER = 3;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}$]+");

    private static final String DEFAULTS = "symbol-aliases.csv";

    /** Another name of a symbol, e.g. {@code iphone maker} for AAPL. */
    public record Alias(String symbol, String name) {
        public Alias {
            Require.text("symbol", symbol);
            Require.text("name", name);
        }
    }

    private final TreeMap<String, List<Alias>> byFirstWord = new TreeMap<>();
    private final Set<String> symbols = new TreeSet<>();

    public EntityLinker(List<Alias> aliases) {
        for (Alias alias : aliases) {
            symbols.add(alias.symbol());
            String first = Words.of(alias.name()).get(0);
            byFirstWord.computeIfAbsent(first, key -> new ArrayList<>()).add(alias);
        }
    }

    /** Returns the linker for the symbols this release knows by name. */
    public static EntityLinker defaults() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                EntityLinker.class.getResourceAsStream(DEFAULTS),
                                StandardCharsets.UTF_8))) {
            List<Alias> aliases = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int comma = line.indexOf(',');
                    aliases.add(new Alias(line.substring(0, comma), line.substring(comma + 1)));
                }
            }
            return new EntityLinker(aliases);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading " + DEFAULTS + " failed", unreadable);
        }
    }

    /**
     * Returns the symbols of a text, each once, in alphabetical order; empty when it names none.
     */
    public Set<String> link(String text) {
        Set<String> found = new TreeSet<>();
        List<String> words = Words.of(text);
        String[] written = BETWEEN_WORDS.split(text, -1);
        for (String token : written) {
            boolean cashtag = token.startsWith("$");
            String ticker = cashtag ? token.substring(1) : token;
            if ((cashtag || ticker.length() >= SHORTEST_BARE_TICKER) && symbols.contains(ticker)) {
                found.add(ticker);
            }
        }
        for (int i = 0; i < words.size(); i++) {
            for (Alias alias : byFirstWord.getOrDefault(stem(words.get(i)), List.of())) {
                if (matches(alias, words, i) && isCapital(alias, text)) {
                    found.add(alias.symbol());
                }
            }
        }
        return found;
    }

    private static boolean matches(Alias alias, List<String> words, int at) {
        List<String> name = Words.of(alias.name());
        if (at + name.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < name.size(); i++) {
            if (!stem(words.get(at + i)).equals(name.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the word without a possessive ending. */
    private static String stem(String word) {
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }

    private static boolean isCapital(Alias alias, String text) {
        String name = alias.name();
        return name.indexOf(' ') >= 0
                || name.equals(name.toLowerCase(Locale.ROOT))
                || text.contains(name);
    }
}

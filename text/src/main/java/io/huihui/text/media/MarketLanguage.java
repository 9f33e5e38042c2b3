package io.huihui.text.media;

import io.huihui.models.Require;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is said about markets: sentences, words beside them, and how words sound that a general
 * dictionary lacks. Speech is heard far better when the engine expects these words only.
 *
 * @param sentences each a list of words in lower case
 * @param words all that can be heard, those of the sentences too
 * @param sounds word to sounds, for words that are in no general dictionary
 */
public record MarketLanguage(
        List<List<String>> sentences,
        NavigableSet<String> words,
        NavigableMap<String, String> sounds) {

    private static final String COMMENT = "#";

    public MarketLanguage {
        sentences = sentences.stream().map(List::copyOf).toList();
        NavigableSet<String> all = new TreeSet<>(words);
        sentences.forEach(all::addAll);
        Require.that(!all.isEmpty(), "at least one word", "none");
        words = all;
        sounds = new TreeMap<>(sounds);
    }

    /** Returns the language that comes with this module. */
    public static MarketLanguage bundled() {
        List<List<String>> sentences = lines("market-sentences.txt");
        NavigableSet<String> words = new TreeSet<>();
        lines("market-words.txt").forEach(words::addAll);
        NavigableMap<String, String> sounds = new TreeMap<>();
        for (List<String> line : lines("market-pronunciations.txt")) {
            sounds.put(line.get(0), String.join(" ", line.subList(1, line.size())));
        }
        return new MarketLanguage(sentences, words, sounds);
    }

    /** Returns the same with more words, e.g. names of symbols. */
    public MarketLanguage with(Collection<String> more) {
        NavigableSet<String> all = new TreeSet<>(words);
        all.addAll(more);
        return new MarketLanguage(sentences, all, sounds);
    }

    private static List<List<String>> lines(String resource) {
        InputStream stream = MarketLanguage.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("need " + resource + " beside this class, was absent");
        }
        List<List<String>> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith(COMMENT)) {
                    lines.add(Arrays.asList(line.strip().split("\\s+")));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading " + resource + " failed", unreadable);
        }
        return lines;
    }
}

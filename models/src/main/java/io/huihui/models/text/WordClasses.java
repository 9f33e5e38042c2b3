package io.huihui.models.text;

import io.huihui.models.Require;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Which class a word belongs to, by the list of this release and by its look. */
final class WordClasses {

    private static final String LIST = "word-classes.txt";

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*(?:\\.[0-9]+)?");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

    private static final Map<String, WordClass> LISTED = read();

    private WordClasses() {}

    private static Map<String, WordClass> read() {
        Map<String, WordClass> listed = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                WordClasses.class.getResourceAsStream(LIST),
                                StandardCharsets.UTF_8))) {
            WordClass now = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    now = WordClass.valueOf(line.substring(1, line.length() - 1));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    for (String word : line.trim().split(" ", -1)) {
                        listed.putIfAbsent(word, Require.present("class of " + word, now));
                    }
                }
            }
            return Map.copyOf(listed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading " + LIST + " failed", unreadable);
        }
    }

    /** Returns the class of a lower-case word; null when it has none. */
    static WordClass of(String word) {
        if (Character.isDigit(word.charAt(0)) && NUMBER.matcher(word).matches()) {
            return YEAR.matcher(word).matches() ? WordClass.YEAR : WordClass.NUMBER;
        }
        return LISTED.get(word);
    }
}

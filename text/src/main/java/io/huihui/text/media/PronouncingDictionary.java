package io.huihui.text.media;

import io.huihui.models.Require;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Cuts a general dictionary down to the words of a language. */
final class PronouncingDictionary {

    private PronouncingDictionary() {}

    /**
     * Writes the pronunciations of a language's words; every variant of one.
     *
     * @param general lines of a word, or {@code word(2)}, and its sounds
     * @throws io.huihui.models.InvalidRecordException naming the words nobody can pronounce
     */
    static void cut(Path general, MarketLanguage language, Path to) throws IOException {
        NavigableSet<String> silent = new TreeSet<>(language.words());
        try (BufferedReader reader = Files.newBufferedReader(general, StandardCharsets.UTF_8);
                Writer writer = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String word = base(line);
                if (language.words().contains(word)) {
                    silent.remove(word);
                    writer.write(line + "\n");
                }
            }
            for (String word : language.sounds().keySet()) {
                if (silent.remove(word)) {
                    writer.write(word + " " + language.sounds().get(word) + "\n");
                }
            }
        }
        Require.that(
                silent.isEmpty(),
                "a pronunciation of every word, in " + general + " or among the language's own",
                "none for " + String.join(", ", silent));
    }

    /** Returns the word of a line, without the number of its variant. */
    static String base(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != '(') {
            end++;
        }
        return line.substring(0, end);
    }
}

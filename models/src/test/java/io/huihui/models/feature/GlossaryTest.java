package io.huihui.models.feature;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 22: documents spelled the same short name out in different words. Here the table of names in
 * {@code docs/conventions.md} is the only place where one gets its meaning.
 */
@Tag("defect-22")
class GlossaryTest {

    private static final Path PROJECT = Path.of("..");

    private static final Pattern ROW = Pattern.compile("\\| ([A-Z_-]+) \\| ([^|]+) \\|");

    /** A short name before its definition, or one made of parts: {@code GCI: ...}, A-DAG. */
    private static final Pattern DEFINED =
            Pattern.compile("(?<=\\| )[A-Z]{3,}(?=: )|\\b[A-Z]+-[A-Z]{2,}\\b");

    /** Words in capitals that are no short names: a signal, and places for numbers. */
    private static final Set<String> WORDS = Set.of("PIN", "LOW-HIGH", "LEAST-MOST");

    /** Words that give no letter to a short name. */
    private static final Set<String> SMALL = Set.of("and", "by", "from", "of", "the", "to", "with");

    @Test
    void everyShortNameHasOneMeaning() throws IOException {
        Map<String, String> glossary = new TreeMap<>();
        for (String line : Files.readAllLines(PROJECT.resolve("docs/conventions.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                assertThat(glossary.put(row.group(1), row.group(2))).as(row.group(1)).isNull();
            }
        }

        assertThat(glossary).hasSizeGreaterThan(20);
        assertThat(glossary.values()).doesNotHaveDuplicates();
        assertThat(shortNames()).isSubsetOf(glossary.keySet());
        List<String> others = new ArrayList<>();
        for (Path file : texts()) {
            others.addAll(otherMeanings(file.toString(), Files.readString(file), glossary));
        }
        assertThat(others).isEmpty();
    }

    @Test
    void anotherMeaningIsFound() {
        Map<String, String> glossary = Map.of("NVP", "net value pressure", "A-SAI", "a b");

        assertThat(otherMeanings("x", "the net volume profile (NVP) of a strike", glossary))
                .hasSize(1);
        assertThat(otherMeanings("x", "NVP (net volume profile) of a strike", glossary)).hasSize(1);
        assertThat(otherMeanings("x", "adaptive support aggregate index (A-SAI)", glossary))
                .hasSize(1);
        assertThat(otherMeanings("x", "the net value pressure (NVP), currency (NVP)", glossary))
                .isEmpty();
    }

    private static Set<String> shortNames() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String page : List.of("features.md", "decisions-and-directives.md")) {
            DEFINED.matcher(Files.readString(PROJECT.resolve("docs").resolve(page)))
                    .results()
                    .map(found -> found.group())
                    .filter(name -> !WORDS.contains(name))
                    .forEach(names::add);
        }
        return names;
    }

    private static List<Path> texts() throws IOException {
        List<Path> texts = new ArrayList<>(List.of(PROJECT.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(texts::add);
        }
        for (String module : List.of("models", "operators", "connectors", "jobs", "schemas")) {
            try (Stream<Path> sources = Files.walk(PROJECT.resolve(module).resolve("src/main"))) {
                sources.filter(file -> file.toString().matches(".*\\.(java|avsc)"))
                        .forEach(texts::add);
            }
        }
        return texts;
    }

    /**
     * Returns each place where words whose initials are those of a short name explain it wrongly.
     */
    private static List<String> otherMeanings(
            String file, String text, Map<String, String> glossary) {
        List<String> others = new ArrayList<>();
        String plain = text.replaceAll("\\s+(\\* )?", " ");
        glossary.forEach(
                (name, meaning) -> {
                    if (!plain.contains(name)) {
                        return; // the patterns below are slow, and most names are in few files
                    }
                    String word = "[A-Za-z]+";
                    String words = word + "(?:[ -]" + word + "){1,8}";
                    Pattern before = Pattern.compile("(" + words + ") \\(" + name + "\\)");
                    Pattern after = Pattern.compile("\\b" + name + " \\((" + words + ")\\)");
                    for (Pattern pattern : List.of(before, after)) {
                        pattern.matcher(plain)
                                .results()
                                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                                .filter(said -> spellsOut(said, name))
                                .filter(said -> !said.endsWith(meaning))
                                .forEach(
                                        said -> others.add(file + ": " + name + " is not " + said));
                    }
                });
        return others;
    }

    /** Returns whether the last words begin with the letters of the name. */
    private static boolean spellsOut(String said, String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : said.split("[ -]", -1)) {
            if (!SMALL.contains(word)) {
                initials.append(word.charAt(0));
            }
        }
        return initials.toString().endsWith(name.replaceAll("[^A-Z]", "").toLowerCase(Locale.ROOT));
    }
}

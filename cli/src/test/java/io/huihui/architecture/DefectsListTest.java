package io.huihui.architecture;

import io.huihui.stack.ProjectRoot;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each of the predecessor's defects has a test against its return: {@code docs/defects.md} and the
 * tags of the tests say the same.
 */
class DefectsListTest {

    private static final int DEFECTS = 24;

    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\|.*\\| ([^|]+) \\|");

    private static final Pattern TEST = Pattern.compile("`(\\w+(?:#\\w+)?)`");

    private static final Pattern TAG = Pattern.compile("@Tag\\(\"defect-(\\d+)\"\\)");

    /** What a tag belongs to: the method or the class that is declared next. */
    private static final Pattern DECLARED = Pattern.compile("void (\\w+)\\(|class (\\w+)");

    @Test
    void everyDefectHasATest() throws IOException {
        Map<Integer, Set<String>> listed = new TreeMap<>();
        for (String line : Files.readAllLines(ProjectRoot.find().resolve("docs/defects.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                TEST.matcher(row.group(2))
                        .results()
                        .forEach(
                                test -> add(listed, Integer.parseInt(row.group(1)), test.group(1)));
            }
        }

        assertThat(listed.keySet()).isEqualTo(numbers());
        assertThat(tagged()).isEqualTo(listed);
    }

    private static Set<Integer> numbers() {
        Set<Integer> numbers = new TreeSet<>();
        IntStream.rangeClosed(1, DEFECTS).forEach(numbers::add);
        return numbers;
    }

    private static Map<Integer, Set<String>> tagged() throws IOException {
        Map<Integer, Set<String>> tagged = new TreeMap<>();
        for (Path file : testSources()) {
            String source = Files.readString(file);
            String type = file.getFileName().toString().replace(".java", "");
            Matcher tag = TAG.matcher(source);
            while (tag.find()) {
                Matcher declared = DECLARED.matcher(source);
                assertThat(declared.find(tag.end())).as(type).isTrue();
                String method = declared.group(1);
                add(
                        tagged,
                        Integer.parseInt(tag.group(1)),
                        method == null ? type : type + "#" + method);
            }
        }
        return tagged;
    }

    private static List<Path> testSources() throws IOException {
        try (Stream<Path> modules = Files.list(ProjectRoot.find())) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(DefectsListTest::sources)
                    .toList();
        }
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    // It names the tag in a pattern.
                    .filter(file -> !file.endsWith("DefectsListTest.java"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<Integer, Set<String>> map, int defect, String test) {
        map.computeIfAbsent(defect, each -> new TreeSet<>()).add(test);
    }
}

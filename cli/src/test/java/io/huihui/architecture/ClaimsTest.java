package io.huihui.architecture;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Benches;
import io.huihui.benchmarks.evaluate.EvaluateSuites;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.stack.ProjectRoot;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 20: figures of speed and quality stood in documents without anything that had measured them. Here
 * each part with figures names the command that makes them, and the command exists.
 */
@Tag("defect-20")
class ClaimsTest {

    private static final Pattern COMMAND =
            Pattern.compile("\\./huihui (bench|evaluate) ([a-z0-9-]+)");

    /** The drill of faults measures, too, and has no names below it. */
    private static final String DRILL = "./huihui chaos ";

    /** A figure of speed, or of quality, in running text. */
    private static final Pattern CLAIM =
            Pattern.compile(
                    "\\d ?(M|k)?/s\\b|\\d (ns|us|ms) (a|each|per)\\b"
                            + "|\\b(accuracy|recall|precision|Brier( score)?|p9\\d) (of |is )?\\.?\\d");

    @Test
    void everyPartOfTheBenchmarksNamesCommandsThatExist() throws IOException {
        String page = read("benchmarks/README.md");
        List<String> parts = List.of(page.split("\n## ", -1));

        assertThat(parts).hasSizeGreaterThan(5);
        for (String part : parts.subList(1, parts.size())) {
            assertThat(COMMAND.matcher(part).find() || part.contains(DRILL))
                    .as(title(part))
                    .isTrue();
        }
        assertThat(unknownCommands(page)).isEmpty();
    }

    @Test
    void readmeClaimsNothingWithoutACommandBesideIt() throws IOException {
        String page = read("README.md");

        assertThat(unfounded(page)).isEmpty();
        assertThat(unknownCommands(page)).isEmpty();
    }

    @Test
    void claimWithoutACommandIsFound() {
        assertThat(unfounded("It handles 1.2 M/s.\n\nRegime recall .71, up from .52.")).hasSize(2);
        assertThat(unfounded("`./huihui bench chain`: 1.70 ms a chain")).isEmpty();
        assertThat(unknownCommands("./huihui bench nothing-of-this-name")).hasSize(1);
    }

    private static List<String> unfounded(String page) {
        List<String> claims = new ArrayList<>();
        for (String paragraph : page.split("\n\n", -1)) {
            if (CLAIM.matcher(paragraph).find() && !COMMAND.matcher(paragraph).find()) {
                claims.add(paragraph);
            }
        }
        return claims;
    }

    private static List<String> unknownCommands(String page) {
        Set<String> known = new TreeSet<>();
        Benches.all().stream().map(Bench::name).forEach(name -> known.add("bench " + name));
        EvaluateSuites.all().stream()
                .map(Suite::name)
                .forEach(name -> known.add("evaluate " + name));
        return COMMAND.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1) + " " + found.group(2))
                .filter(command -> !known.contains(command))
                .toList();
    }

    private static String title(String part) {
        return part.lines().findFirst().orElse("");
    }

    private static String read(String page) throws IOException {
        return Files.readString(ProjectRoot.find().resolve(Path.of(page)));
    }
}

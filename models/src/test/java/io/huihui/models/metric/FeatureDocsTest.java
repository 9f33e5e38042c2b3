package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.StrikeCell;
import io.huihui.models.feature.StrikeFlow;
import io.huihui.models.feature.StrikeRow;
import io.huihui.models.feature.StrikeSums;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/features.md} has one whole row per feature, with a test that exists. */
class FeatureDocsTest {

    private static final int COLUMNS = 6;

    @Test
    void everyFeatureHasARowWithATestThatExists() throws IOException, ClassNotFoundException {
        List<String[]> rows =
                Files.readAllLines(Path.of("..", "docs", "features.md")).stream()
                        .filter(line -> line.matches("\\| [A-Z0-9_]+ \\|.*"))
                        .map(line -> line.substring(2).replace("|x|", "").split(" \\| ?", -1))
                        .toList();

        assertThat(rows.stream().map(row -> row[0]))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Feature.values()).map(Enum::name).toList());
        for (String[] row : rows) {
            assertThat(row).as(row[0]).hasSizeGreaterThan(COLUMNS);
            assertThat(row).as(row[0]).doesNotContain(" ", "-");
            String test = row[row.length - 2];
            assertTestExists(row[0], test);
        }
    }

    /** Defect 5: what a model declared was never computed; here, never defined. */
    @Test
    @Tag("defect-5")
    void everyMetricOfAStrikeHasARowWithATestThatExists()
            throws IOException, ClassNotFoundException {
        List<String[]> rows =
                Files.readAllLines(Path.of("..", "docs", "features.md")).stream()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.substring(2).split(" \\| ?", -1))
                        .toList();
        List<Class<?>> records =
                List.of(StrikeRow.class, StrikeFlow.class, StrikeCell.class, StrikeSums.class);

        assertThat(rows.stream().map(row -> row[0].replace("`", "")).toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        records.stream()
                                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                                .map(RecordComponent::getName)
                                .distinct()
                                .toList());
        for (String[] row : rows) {
            assertTestExists(row[0], row[4]);
        }
    }

    private static void assertTestExists(String metric, String test) throws ClassNotFoundException {
        String[] name = test.split("#", -1);
        Class<?> type = Class.forName("io.huihui.models.metric." + name[0]);
        assertThat(Arrays.stream(type.getDeclaredMethods()).map(Method::getName))
                .as(metric)
                .contains(name[1]);
    }
}

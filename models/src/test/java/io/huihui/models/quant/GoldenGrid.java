package io.huihui.models.quant;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads the small number tables beside these tests; the first line names the columns. */
final class GoldenGrid {

    private GoldenGrid() {}

    static List<double[]> read(String resource) {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                GoldenGrid.class.getResourceAsStream(resource),
                                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(",", -1)))
                    .map(cells -> cells.mapToDouble(Double::parseDouble).toArray())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

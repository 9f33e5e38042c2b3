package io.huihui.models;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fitted parameters as text: one {@code name: number number ...} a line, in a fixed order; lines
 * that begin with # say how they were made. Numbers keep all their bits.
 */
public final class ParameterText {

    private final String file;
    private final List<String> lines;
    private int next;

    private ParameterText(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Opens a resource beside a class. */
    public static ParameterText resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            Require.present("the resource " + name, in);
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return of(name, reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads lines; {@code file} names them in sentences. */
    public static ParameterText of(String file, List<String> lines) {
        return new ParameterText(file, lines);
    }

    /** Returns all lines, comments too. */
    public List<String> all() {
        return lines;
    }

    /** Returns the numbers of the next line, which must have this name and this many. */
    public double[] numbers(String name, int count) {
        String[] words = words(name);
        Require.that(
                words.length == count,
                count + " numbers of " + name,
                words.length + " at line " + next + " of " + file);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            try {
                numbers[i] = Double.parseDouble(words[i]);
            } catch (NumberFormatException e) {
                throw Require.violated(
                        "numbers of " + name, words[i] + " at line " + next + " of " + file);
            }
        }
        return numbers;
    }

    public double number(String name) {
        return numbers(name, 1)[0];
    }

    /** Returns the words of the next line, which must have this name. */
    public String[] words(String name) {
        while (next < lines.size() && lines.get(next).startsWith("#")) {
            next++;
        }
        String line = next < lines.size() ? lines.get(next) : "the end";
        next++;
        Require.that(
                line.startsWith(name + ":"),
                "the line of " + name,
                "`" + line + "` at line " + next + " of " + file);
        String rest = line.substring(name.length() + 1).trim();
        return rest.isEmpty() ? new String[0] : rest.split(" +");
    }

    /** Returns a line that {@link #numbers} reads back. */
    public static String line(String name, double... numbers) {
        return name
                + ": "
                + Arrays.stream(numbers)
                        .mapToObj(Double::toString)
                        .collect(Collectors.joining(" "));
    }

    /** Returns an empty list to add lines to, begun by comments on how they came about. */
    public static List<String> begin(String... comments) {
        List<String> lines = new ArrayList<>();
        for (String comment : comments) {
            lines.add("# " + comment);
        }
        return lines;
    }
}

package io.huihui.connectors.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the documentation of records out of their sources: units stand in one place, the record,
 * and come from there into the schemas.
 */
final class RecordSources {

    private static final String NAMESPACE_ROOT = "models/src/main/java";

    private final Path root;

    private RecordSources(Path root) {
        this.root = root;
    }

    /** Returns the sources beside the module that runs, or below the working directory. */
    static RecordSources find() {
        for (Path candidate : new Path[] {Path.of(".."), Path.of(".")}) {
            if (Files.isDirectory(candidate.resolve(NAMESPACE_ROOT))) {
                return new RecordSources(candidate.toAbsolutePath().normalize());
            }
        }
        throw new IllegalStateException("need to run in the project, was " + Path.of("."));
    }

    Path projectRoot() {
        return root;
    }

    /** Returns the javadoc before the declaration of the class, cleaned; empty when none. */
    String javadoc(Class<?> type) {
        return before(
                source(type), "public (?:final |sealed )?\\w+ " + type.getSimpleName() + "\\b");
    }

    /** Returns the first sentence or two of the class, before its parameters. */
    Optional<String> description(Class<?> type) {
        String text = javadoc(type);
        int parameters = text.indexOf("@param");
        return text(parameters < 0 ? text : text.substring(0, parameters));
    }

    /** Returns what the javadoc says of a record's component. */
    Optional<String> component(Class<?> type, String name) {
        Matcher matcher =
                Pattern.compile("@param " + name + " ((?:(?!@param).)*)").matcher(javadoc(type));
        return matcher.find() ? text(matcher.group(1)) : Optional.empty();
    }

    /** Returns the javadoc of a constant or method of the class. */
    Optional<String> member(Class<?> type, String declaration) {
        return text(before(source(type), declaration));
    }

    private static String before(String source, String declaration) {
        Matcher matcher =
                Pattern.compile(
                                "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*"
                                        + declaration,
                                Pattern.DOTALL)
                        .matcher(source);
        return matcher.find() ? clean(matcher.group(1)) : "";
    }

    private static String clean(String javadoc) {
        return javadoc.replaceAll("\\n\\s*\\* ?", " ")
                .replaceAll("\\{@\\w+ #?([^}]*)}", "$1")
                .replaceAll("</?\\w+>", "")
                .replaceAll("\\s+", " ")
                .trim();
    }

    private static Optional<String> text(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.trim());
    }

    private String source(Class<?> type) {
        Class<?> outer = type.isMemberClass() ? type.getEnclosingClass() : type;
        Path file =
                root.resolve(NAMESPACE_ROOT).resolve(outer.getName().replace('.', '/') + ".java");
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

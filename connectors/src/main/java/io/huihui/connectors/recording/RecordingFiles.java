package io.huihui.connectors.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists the files of a recording in the order of their names. */
final class RecordingFiles {

    private static final int DEEPEST = 8;

    private RecordingFiles() {}

    /**
     * Returns {@code source} itself, or the files below it whose names fit.
     *
     * @throws UnusableRecordingException when there is none
     */
    static List<Path> of(Path source, Predicate<String> name, String wanted) throws IOException {
        if (Files.isRegularFile(source)) {
            return List.of(source);
        }
        try (Stream<Path> files = Files.walk(source, DEEPEST)) {
            List<Path> found =
                    files.filter(Files::isRegularFile)
                            .filter(file -> name.test(file.getFileName().toString()))
                            .sorted()
                            .toList();
            if (found.isEmpty()) {
                throw new UnusableRecordingException("need " + wanted + ", was none in " + source);
            }
            return found;
        }
    }
}

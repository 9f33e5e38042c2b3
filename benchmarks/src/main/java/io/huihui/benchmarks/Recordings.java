package io.huihui.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the real recordings lie, which are never part of the project. */
public final class Recordings {

    /** Where recordings are looked for: this system property, then the environment's variable. */
    private static final String PROPERTY = "huihui.data";

    private static final String VARIABLE = "HUIHUI_DATA";

    private Recordings() {}

    /**
     * Returns a file below the folder of recordings.
     *
     * @throws MissingInputException when it is not there
     */
    public static Path file(String folder, String... names) {
        Path file = root().resolve(Path.of(folder, names));
        if (!Files.isRegularFile(file)) {
            throw new MissingInputException(
                    "need the recording "
                            + file
                            + ", was not there; set -D"
                            + PROPERTY
                            + " or "
                            + VARIABLE
                            + " to the folder that holds "
                            + folder);
        }
        return file;
    }

    private static Path root() {
        String named = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        if (named != null) {
            return Path.of(named);
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            Path candidate = at.resolveSibling("shared").resolve("data");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return start.resolveSibling("shared").resolve("data");
    }
}

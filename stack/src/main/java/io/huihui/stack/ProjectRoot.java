package io.huihui.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the files that the build left for the servers, from any module's test or from the launcher.
 */
public final class ProjectRoot {

    /** System property that names the project folder; the launcher sets it. */
    public static final String PROPERTY = "huihui.root";

    private static final Path MARK = Path.of("stack", "kafka-server", "pom.xml");

    private ProjectRoot() {}

    /** Returns the project folder: the system property, else the nearest folder upwards. */
    public static Path find() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return Path.of(named);
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(MARK))) {
                return folder;
            }
        }
        throw new StackException(
                "need the project folder, was started in "
                        + start
                        + ": run it from there or set -D"
                        + PROPERTY);
    }

    /**
     * Returns the class path of a server module as one string, its own classes first.
     *
     * @param module e.g. {@code kafka-server}
     */
    public static String classPath(String module) {
        Path target = find().resolve("stack").resolve(module).resolve("target");
        Path list = target.resolve("class-path.txt");
        try {
            String jars = Files.readString(list).strip();
            Path classes = target.resolve("classes");
            return Files.isDirectory(classes) ? classes + File.pathSeparator + jars : jars;
        } catch (IOException e) {
            throw new StackException(
                    "need "
                            + list
                            + ", was unreadable: build the project first with ./mvnw -DskipTests package",
                    e);
        }
    }
}

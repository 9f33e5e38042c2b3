package io.huihui.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What Flink is told in a local cluster, as it stands in {@code flink-conf/local}. */
public final class LocalSettings {

    private static final String CONFIG = "config.yaml";

    private LocalSettings() {}

    /** Returns the folder that they stand in. */
    public static Path folder() {
        return ProjectRoot.find().resolve("flink-conf").resolve("local");
    }

    /**
     * Writes them into a folder, which must be new, with the lines of the configuration changed;
     * returns the folder.
     */
    public static Path changed(Path into, Consumer<List<String>> change) throws IOException {
        Files.createDirectories(into);
        List<String> lines = new ArrayList<>(Files.readAllLines(folder().resolve(CONFIG)));
        change.accept(lines);
        Files.write(into.resolve(CONFIG), lines);
        String logging = "log4j2.properties";
        Files.copy(folder().resolve(logging), into.resolve(logging));
        return into;
    }
}

package io.huihui.stack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine, for tests, benches and pictures of the console's page. */
public final class InstalledChromium {

    /** What to do where there is none. */
    public static final String HOW_TO_GET =
            "apt-get install chromium, or name one in HUIHUI_CHROMIUM";

    private static final String NAMED = System.getenv("HUIHUI_CHROMIUM");
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private InstalledChromium() {}

    /** Returns the program that {@code HUIHUI_CHROMIUM} names, or else the first on the PATH. */
    public static Optional<Path> find() {
        Stream<Path> onPath =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(Optional.ofNullable(NAMED).map(Path::of).stream(), onPath)
                .filter(Files::isExecutable)
                .findFirst();
    }
}

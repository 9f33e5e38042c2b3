package io.huihui.connectors.recording;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Finds the real recordings, which are not part of the project; a test without them is skipped. */
public final class RecordedData {

    private RecordedData() {}

    /** Returns a file or folder of the recordings, or skips the test that asks. */
    public static Path of(String name) {
        Path found = folder().resolve(name);
        assumeTrue(
                Files.exists(found),
                "skipped: need the recording "
                        + name
                        + "; give its folder by HUIHUI_DATA or -Dhuihui.data=DIR");
        return found;
    }

    private static Path folder() {
        String configured =
                System.getProperty("huihui.data", System.getenv().getOrDefault("HUIHUI_DATA", ""));
        if (!configured.isEmpty()) {
            return Path.of(configured);
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("../shared/data").normalize();
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return here.resolve("../shared/data");
    }
}

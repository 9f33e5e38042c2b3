package io.huihui.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that {@code --out} names. */
final class OutputFolder {

    private OutputFolder() {}

    /**
     * Returns the folder, made when needed, after something could be written into it: better now
     * than when the work is done.
     */
    static Path writable(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".huihui", ""));
            return folder;
        } catch (IOException e) {
            throw new UserError(
                    "need a folder that can be written, was "
                            + folder
                            + " ("
                            + e.getClass().getSimpleName()
                            + "): choose another with --out",
                    e);
        }
    }
}

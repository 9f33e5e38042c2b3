package io.huihui.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Short commands that must succeed before a server can start. */
final class Commands {

    private Commands() {}

    /** Runs the command in the folder to its end; its output is in the message if it fails. */
    static void run(String what, Duration deadline, Path folder, List<String> words) {
        try {
            Path output = Files.createTempFile("huihui-command", ".log");
            try {
                int status = exitStatus(deadline, folder, words, output);
                if (status != 0) {
                    throw new StackException(
                            what
                                    + " failed with status "
                                    + status
                                    + ": "
                                    + Files.readString(output, StandardCharsets.ISO_8859_1)
                                            .strip());
                }
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new StackException("cannot run " + words.get(0) + ": " + e.getMessage(), e);
        }
    }

    /** Returns whether the command can be run and ends with status 0. */
    static boolean succeeds(List<String> words) {
        try {
            Process process =
                    new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int exitStatus(Duration deadline, Path folder, List<String> words, Path output)
            throws IOException {
        Process process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            if (!process.waitFor(deadline.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new StackException(
                        words.get(0) + " did not end within " + deadline.toSeconds() + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while running " + words.get(0), e);
        }
    }
}

package io.huihui.text.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program that must be done by a deadline; what it started ends with it. */
final class EngineProcess {

    /** Enough for the text of half an hour, and a program that prints for ever is cut off. */
    private static final int MOST_OUTPUT = 1 << 20;

    /** How a program ended. */
    enum End {
        DONE,
        FAILED,
        LATE
    }

    /**
     * What came of a run.
     *
     * @param output what it printed, standard output only
     * @param errors what it printed on standard error
     */
    record Outcome(End end, int status, String output, String errors) {

        /** Returns the last line it complained with, for a sentence. */
        String lastWords() {
            String[] lines = errors.strip().split("\n", -1);
            return lines[lines.length - 1].strip();
        }
    }

    private EngineProcess() {}

    /**
     * Returns when the program has ended, or has been ended at the deadline.
     *
     * @param libraries folders where it finds libraries before the system's
     * @param folder where it runs; its output is kept there
     * @throws IOException when it cannot be started at all
     */
    static Outcome run(List<String> command, List<Path> libraries, Path folder, long deadlineMillis)
            throws IOException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
        if (!libraries.isEmpty()) {
            builder.environment().put("LD_LIBRARY_PATH", joined(libraries));
        }
        // One thread: parallelism comes from running several, and theirs would fight ours.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        boolean ended = false;
        try {
            ended = process.waitFor(deadlineMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
        if (!ended) {
            return new Outcome(End.LATE, -1, "", "");
        }
        int status = process.exitValue();
        return new Outcome(status == 0 ? End.DONE : End.FAILED, status, head(output), head(errors));
    }

    private static String joined(List<Path> folders) {
        return String.join(":", folders.stream().map(Path::toString).toList());
    }

    private static String head(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
        }
    }
}

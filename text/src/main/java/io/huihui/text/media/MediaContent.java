package io.huihui.text.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the bytes that items refer to: files below one folder, and nothing outside of it. */
final class MediaContent {

    /** Half an hour of speech has 58 MB. */
    private static final long MOST_BYTES = 64L << 20;

    private final Path folder;

    MediaContent(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Returns the bytes; throws a sentence when they are not there or too many. */
    byte[] read(String reference) throws IOException {
        Path file = resolve(reference);
        if (!Files.isRegularFile(file)) {
            throw new IOException("need the media " + reference + " in " + folder + ", was absent");
        }
        // A link within the folder may lead out of it.
        if (!file.toRealPath().startsWith(folder.toRealPath())) {
            throw outside(reference);
        }
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new IOException(
                    "need at most " + MOST_BYTES + " bytes, was " + size + " in " + reference);
        }
        return Files.readAllBytes(file);
    }

    private Path resolve(String reference) throws IOException {
        try {
            Path file = folder.resolve(reference).normalize();
            if (!file.startsWith(folder)) {
                throw outside(reference);
            }
            return file;
        } catch (InvalidPathException noPath) {
            throw new IOException(
                    "need a path within " + folder + ", was `" + reference + "`", noPath);
        }
    }

    private IOException outside(String reference) {
        return new IOException("need a path within " + folder + ", was `" + reference + "`");
    }
}

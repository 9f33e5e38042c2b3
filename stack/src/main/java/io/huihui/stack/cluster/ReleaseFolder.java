package io.huihui.stack.cluster;

import io.huihui.stack.StackException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/** The releases of one job: {@code NNNN.json} and a copy of its jar, {@code NNNN.jar}, for each. */
public final class ReleaseFolder {

    private final Path folder;
    private final ObjectMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public ReleaseFolder(Path folder) {
        this.folder = folder;
    }

    /** Returns the release that was started last; empty before the first. */
    public Optional<Release> latest() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .max(Path::compareTo)
                    .map(this::read);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Returns the release of that number. */
    public Release release(int number) {
        return read(folder.resolve(name(number, "json")));
    }

    public Path jar(Release release) {
        return folder.resolve(release.jar());
    }

    /**
     * Keeps a copy of the jar, since the file it was built into is overwritten by the next build.
     */
    String keepJar(int number, Path jar) {
        try {
            Files.createDirectories(folder);
            Path copy = folder.resolve(name(number, "jar"));
            Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy.getFileName().toString();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    void write(Release release) {
        try {
            // A half written record would be worse than none: written beside, then renamed.
            Path beside = folder.resolve(name(release.number(), "part"));
            json.writeValue(beside.toFile(), release);
            Files.move(
                    beside,
                    folder.resolve(name(release.number(), "json")),
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Release read(Path file) {
        try {
            return json.readValue(file.toFile(), Release.class);
        } catch (IOException e) {
            throw new StackException(
                    "need a release record, was unreadable: " + file + " (" + e.getMessage() + ")",
                    e);
        }
    }

    private StackException unusable(IOException e) {
        return new StackException(
                "need a folder for release records that can be written, was "
                        + folder
                        + " ("
                        + e.getClass().getSimpleName()
                        + "): choose another with --releases",
                e);
    }

    private static String name(int number, String ending) {
        return "%04d.%s".formatted(number, ending);
    }
}

package io.huihui.text.media;

import io.huihui.models.media.EngineMissingException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a program of Debian's lies: installed, or unpacked into a cache.
 *
 * @param root what the packages take for {@code /}
 */
public record SpeechPrograms(Path root) {

    /** PocketSphinx, its English models, and what it is linked with beyond the C library. */
    private static final List<String> RECOGNISER =
            List.of(
                    "pocketsphinx",
                    "pocketsphinx-en-us",
                    "libpocketsphinx3",
                    "libsphinxbase3",
                    "libblas3",
                    "liblapack3",
                    "libgfortran5");

    /** Speaks; makes recordings for tests and evaluations, nothing else. */
    private static final List<String> SPEAKER = List.of("flite", "libflite1", "libasound2");

    private static final Path SYSTEM = Path.of("/");
    private static final String RECOGNISER_PROGRAM = "usr/bin/pocketsphinx_batch";
    private static final String MODEL = "usr/share/pocketsphinx/model/en-us";
    private static final String SPEAKER_PROGRAM = "usr/bin/flite";

    /** Returns the folder where fetched programs are kept from run to run. */
    public static Path cache() {
        return Path.of(System.getProperty("user.home"), ".cache", "huihui", "engines");
    }

    /**
     * Returns PocketSphinx as installed, or out of the cache, fetching it when it is in neither.
     *
     * @throws EngineMissingException with one sentence when it cannot be had
     */
    public static SpeechPrograms recogniser(Path cache) {
        return found("pocketsphinx", RECOGNISER_PROGRAM, RECOGNISER, cache);
    }

    /** Returns flite, found in the same way. */
    public static SpeechPrograms speaker(Path cache) {
        return found("flite", SPEAKER_PROGRAM, SPEAKER, cache);
    }

    private static SpeechPrograms found(
            String name, String program, List<String> packages, Path cache) {
        boolean installed =
                Files.isExecutable(SYSTEM.resolve(program))
                        && (!program.equals(RECOGNISER_PROGRAM)
                                || Files.isDirectory(SYSTEM.resolve(MODEL)));
        if (installed) {
            return new SpeechPrograms(SYSTEM);
        }
        Path root = DebianPackages.fetch(name, packages, cache);
        if (!Files.isExecutable(root.resolve(program))) {
            throw new EngineMissingException(
                    "need " + program + " in " + root + ", was absent; delete that folder");
        }
        return new SpeechPrograms(root);
    }

    String recogniserProgram() {
        return root.resolve(RECOGNISER_PROGRAM).toString();
    }

    /** Returns the program that speaks. */
    public String speakerProgram() {
        return root.resolve(SPEAKER_PROGRAM).toString();
    }

    /** Acoustic model. */
    Path acoustics() {
        return root.resolve(MODEL).resolve("en-us");
    }

    Path generalLanguage() {
        return root.resolve(MODEL).resolve("en-us.lm.bin");
    }

    Path generalDictionary() {
        return root.resolve(MODEL).resolve("cmudict-en-us.dict");
    }

    /** Returns the folders with libraries; none for installed programs, which find theirs. */
    public List<Path> libraries() {
        if (root.equals(SYSTEM)) {
            return List.of();
        }
        List<Path> folders = new ArrayList<>();
        try (Stream<Path> architectures = Files.list(root.resolve("usr/lib"))) {
            for (Path folder : architectures.sorted().toList()) {
                folders.add(folder);
                folders.add(folder.resolve("blas"));
                folders.add(folder.resolve("lapack"));
            }
        } catch (IOException unreadable) {
            throw new EngineMissingException(
                    "need a folder usr/lib in " + root + ", was none; delete that folder",
                    unreadable);
        }
        return folders;
    }
}

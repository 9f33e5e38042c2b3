package io.huihui.benchmarks.evaluate.media;

import io.huihui.simulator.random.Draws;
import io.huihui.text.media.SpeechPrograms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Speaks sentences by flite, in three voices, at different speeds, over a noisy line. */
final class Speaker implements AutoCloseable {

    /** An American woman, an American man, a Scotsman. */
    private static final String[] VOICES = {"slt", "rms", "awb"};

    private static final double QUICKEST = 0.9;
    private static final double SLOWEST = 1.15;

    /** Deviation of the line's noise, of a sample's 32,768; speech is at some thousands. */
    private static final double LOUDEST_NOISE = 60;

    /** Of a WAV file with one block of samples. */
    private static final int HEADER_BYTES = 44;

    private static final double BYTES_PER_SECOND = 32_000;

    private final SpeechPrograms programs;
    private final Path folder;

    private Speaker(SpeechPrograms programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
    }

    static Speaker open(SpeechPrograms programs) {
        try {
            return new Speaker(programs, Files.createTempDirectory("huihui-spoken"));
        } catch (IOException full) {
            throw new UncheckedIOException("need a folder for temporary files", full);
        }
    }

    /** A WAV file of 16,000 samples a second. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
    record Sound(byte[] wav) {
        double seconds() {
            return (wav.length - HEADER_BYTES) / BYTES_PER_SECOND;
        }
    }

    /** Returns the words, spoken. */
    Sound speak(String words, Draws draws) {
        String voice = VOICES[draws.below(VOICES.length)];
        double stretch = draws.uniform(QUICKEST, SLOWEST);
        Path file = folder.resolve("spoken.wav");
        List<String> command =
                List.of(
                        programs.speakerProgram(),
                        "-voice",
                        voice,
                        "--setf",
                        "duration_stretch=" + String.format(Locale.ROOT, "%.3f", stretch),
                        "-t",
                        respelt(words),
                        "-o",
                        file.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        List<String> libraries = new ArrayList<>();
        programs.libraries().forEach(library -> libraries.add(library.toString()));
        if (!libraries.isEmpty()) {
            builder.environment().put("LD_LIBRARY_PATH", String.join(":", libraries));
        }
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("flite did not speak: " + said);
            }
            byte[] sound = Files.readAllBytes(file);
            addNoise(sound, draws.uniform(0, LOUDEST_NOISE), draws);
            return new Sound(sound);
        } catch (IOException failed) {
            throw new IllegalStateException("flite did not run: " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while flite spoke", stopped);
        }
    }

    /** Returns words so spelt that flite says them as people do; it has rules, no names. */
    private static String respelt(String words) {
        return words.replace("nvidia", "envidia").replace("palantir", "pallanteer");
    }

    private static void addNoise(byte[] sound, double deviation, Draws draws) {
        for (int i = HEADER_BYTES; i + 1 < sound.length; i += 2) {
            int sample = (sound[i] & 0xFF) | (sound[i + 1] << 8);
            long loud = Math.round(sample + deviation * draws.gaussian());
            int clipped = (int) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, loud));
            sound[i] = (byte) clipped;
            sound[i + 1] = (byte) (clipped >> 8);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.resolve("spoken.wav"));
            Files.deleteIfExists(folder);
        } catch (IOException left) {
            throw new UncheckedIOException("could not delete " + folder, left);
        }
    }
}

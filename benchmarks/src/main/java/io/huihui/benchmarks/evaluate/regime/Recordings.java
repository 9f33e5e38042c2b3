package io.huihui.benchmarks.evaluate.regime;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.models.event.MacroRelease;
import io.huihui.simulator.Plants;
import io.huihui.simulator.SimulationConfig;
import io.huihui.simulator.truth.TruthReader;
import io.huihui.simulator.truth.TruthRecord;
import io.huihui.simulator.truth.TruthWriter;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Simulated sessions through the features, kept on disk: to simulate one takes seconds, to read it
 * a moment, and models are tried on it many times. {@code -Dhuihui.recordings=DIR} says where.
 */
final class Recordings {

    /** Raised when simulator or features change: recordings of an earlier one are not read. */
    private static final int VERSION = 2;

    private static final String PROPERTY = "huihui.recordings";

    private final Path folder;
    private final String kind;
    private final int symbols;
    private final Plants plants;
    private final Bench.Progress progress;

    Recordings(int symbols, Bench.Progress progress) {
        this("", symbols, Plants.defaults(), progress);
    }

    private Recordings(String kind, int symbols, Plants plants, Bench.Progress progress) {
        this.kind = kind;
        this.symbols = symbols;
        this.plants = plants;
        this.progress = progress;
        String temporary = System.getProperty("java.io.tmpdir") + "/huihui-recordings";
        folder = Path.of(System.getProperty(PROPERTY, temporary));
    }

    /**
     * Returns those of one symbol in which nothing is planted: neither micro-states nor episodes,
     * whose bursts and spoofs make clusters of their own.
     */
    static Recordings withoutPlants(Bench.Progress progress) {
        return new Recordings("nothing-", 1, Plants.none(), progress);
    }

    /** Returns those of all seeds, one after another. */
    List<Recording> of(SeedRange seeds) {
        List<Recording> all = new ArrayList<>();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            all.addAll(of(seed));
        }
        return all;
    }

    /** Returns the recordings of a seed, one per symbol. */
    List<Recording> of(long seed) {
        SimulationConfig config = SimulationConfig.of(seed, 1, symbols).withPlants(plants);
        Path kept = folder.resolve("v" + VERSION + "-" + kind + symbols + "-" + seed);
        try {
            if (!Files.isDirectory(kept)) {
                progress.say("simulating " + kept.getFileName());
                keep(Recorder.record(config), kept);
            }
            List<Recording> recordings = new ArrayList<>();
            for (String symbol : config.symbolNames()) {
                recordings.add(read(symbol, seed, kept.resolve(symbol)));
            }
            return recordings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(List<Recording> recordings, Path kept) throws IOException {
        Files.createDirectories(folder);
        // Two runs may record the same seed: each writes aside, and the first one stays.
        Path aside = Files.createTempDirectory(folder, "writing");
        for (Recording recording : recordings) {
            write(recording, aside.resolve(recording.symbol()));
        }
        try {
            Files.move(aside, kept);
        } catch (FileAlreadyExistsException other) {
            progress.say("another run recorded " + kept.getFileName() + " first");
        }
    }

    private static void write(Recording recording, Path to) throws IOException {
        try (TruthWriter truth = new TruthWriter(to)) {
            recording.truth().forEach(truth::truth);
        }
        try (DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(to.resolve("features"))))) {
            out.writeInt(recording.macro().size());
            for (MacroRelease release : recording.macro()) {
                write(release, out);
            }
            out.writeLong(recording.firstSecondMillis());
            out.writeInt(recording.seconds());
            for (float[] row : recording.rows()) {
                for (float value : row) {
                    out.writeFloat(value);
                }
            }
        }
    }

    private static void write(MacroRelease release, DataOutputStream out) throws IOException {
        out.writeUTF(release.seriesId());
        out.writeLong(release.eventTimeMillis());
        out.writeLong(release.releaseTimeMillis());
        out.writeUTF(release.source());
        out.writeLong(release.sequence());
        out.writeDouble(orNaN(release.actual()));
        out.writeDouble(orNaN(release.consensus()));
        out.writeDouble(orNaN(release.prior()));
    }

    private static Recording read(String symbol, long seed, Path from) throws IOException {
        List<TruthRecord> truth = TruthReader.readAll(from);
        try (DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(
                                Files.newInputStream(from.resolve("features")), 1 << 16))) {
            List<MacroRelease> macro = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                macro.add(readMacro(in));
            }
            long first = in.readLong();
            float[][] rows = new float[in.readInt()][Recording.FEATURES.length];
            for (float[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = in.readFloat();
                }
            }
            return new Recording(symbol, seed, first, rows, truth, macro);
        }
    }

    private static MacroRelease readMacro(DataInputStream in) throws IOException {
        return new MacroRelease(
                in.readUTF(),
                in.readLong(),
                in.readLong(),
                in.readUTF(),
                in.readLong(),
                orNull(in.readDouble()),
                orNull(in.readDouble()),
                orNull(in.readDouble()));
    }

    private static double orNaN(Double value) {
        return value == null ? Double.NaN : value;
    }

    private static Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}

package io.huihui.benchmarks.evaluate.flow;

import io.huihui.models.feature.Feature;
import io.huihui.simulator.truth.TruthReader;
import io.huihui.simulator.truth.TruthRecord;
import io.huihui.simulator.truth.TruthWriter;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sessions by seed. A session takes seconds to simulate, so where {@code -Dhuihui.sessions=FOLDER}
 * names a folder it is kept there and the next suite reads it. Empty the folder after a change to
 * simulator or features: nothing else notices that its sessions are old.
 */
final class FlowDays {

    private static final String PROPERTY = "huihui.sessions";

    private FlowDays() {}

    /** Returns the session of a seed. */
    static FlowDay of(long seed) {
        String folder = System.getProperty(PROPERTY);
        if (folder == null) {
            return FlowDay.simulate(seed);
        }
        Path rows = Path.of(folder, seed + ".bin");
        Path truth = Path.of(folder, "truth-" + seed);
        try {
            if (Files.exists(rows)) {
                return read(rows, truth);
            }
            FlowDay day = FlowDay.simulate(seed);
            write(day, rows, truth);
            return day;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(FlowDay day, Path rows, Path truth) throws IOException {
        try (TruthWriter writer = new TruthWriter(truth)) {
            day.truth.forEach(writer::truth);
        }
        // Written aside and moved, so that a run that is stopped leaves no half session.
        Path aside = rows.resolveSibling(rows.getFileName() + ".part");
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(aside)))) {
            out.writeLong(day.openMillis);
            out.writeInt(day.rows.size());
            out.writeInt(FlowDay.COLUMNS.length);
            for (Feature column : FlowDay.COLUMNS) {
                out.writeUTF(column.name());
            }
            for (double[] row : day.rows) {
                for (double value : row) {
                    out.writeDouble(value);
                }
            }
        }
        Files.move(aside, rows);
    }

    private static FlowDay read(Path rows, Path truth) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(rows), 1 << 20))) {
            long openMillis = in.readLong();
            int seconds = in.readInt();
            int columns = in.readInt();
            int[] places = new int[columns];
            for (int column = 0; column < columns; column++) {
                places[column] = FlowColumns.indexOf(Feature.valueOf(in.readUTF()));
            }
            byte[] bytes = new byte[columns * Double.BYTES];
            List<double[]> read = new ArrayList<>(seconds);
            for (int second = 0; second < seconds; second++) {
                in.readFully(bytes);
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                double[] row = new double[columns];
                for (int column = 0; column < columns; column++) {
                    row[places[column]] = buffer.getDouble();
                }
                read.add(row);
            }
            List<TruthRecord> records = TruthReader.readAll(truth);
            return new FlowDay(openMillis, read, records);
        }
    }
}

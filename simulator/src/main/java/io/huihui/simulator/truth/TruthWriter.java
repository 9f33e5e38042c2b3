package io.huihui.simulator.truth;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the truth log into a folder, usually {@code truth/} beside a tape: one file, a version
 * line, then a line per record.
 */
public final class TruthWriter implements TruthSink, Closeable {

    /** Name of the log within its folder. */
    public static final String FILE = "truth.log";

    /** First line; a reader refuses any other. */
    static final String HEADER = "huihui-truth|1";

    private final BufferedWriter out;

    /**
     * Creates the folder where needed and starts the log anew.
     *
     * @throws IOException when the folder cannot be written
     */
    public TruthWriter(Path folder) throws IOException {
        Files.createDirectories(folder);
        out = Files.newBufferedWriter(folder.resolve(FILE), StandardCharsets.UTF_8);
        line(HEADER);
    }

    @Override
    public void truth(TruthRecord record) {
        try {
            line(TruthLine.encode(record));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String text) throws IOException {
        out.write(text);
        // Not the platform's line break: the same bytes everywhere.
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

package io.huihui.simulator.truth;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.Require;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a truth log. Only the evaluator may call it. */
public final class TruthReader {

    private TruthReader() {}

    /**
     * Hands every record of the folder's log to the sink, in the order written.
     *
     * @throws IOException when there is no log or it cannot be read
     * @throws InvalidRecordException when a line is wrong; the sentence has its number
     */
    public static void read(Path folder, TruthSink sink) throws IOException {
        try (BufferedReader in =
                Files.newBufferedReader(folder.resolve(TruthWriter.FILE), StandardCharsets.UTF_8)) {
            String header = in.readLine();
            Require.that(
                    TruthWriter.HEADER.equals(header),
                    "a truth log that starts with " + TruthWriter.HEADER,
                    header + " in " + folder);
            int number = 1;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                sink.truth(decode(line, number));
            }
        }
    }

    /** Returns all records of the folder's log. */
    public static List<TruthRecord> readAll(Path folder) throws IOException {
        List<TruthRecord> records = new ArrayList<>();
        read(folder, records::add);
        return records;
    }

    private static TruthRecord decode(String line, int number) {
        try {
            return TruthLine.decode(line);
        } catch (InvalidRecordException e) {
            throw new InvalidRecordException(
                    "line " + number + " of the truth log: " + e.getMessage());
        }
    }
}

package io.huihui.connectors.tone;

import io.huihui.models.text.ToneClassifier;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Writes trained classifiers to files and reads them back. */
public final class ToneFiles {

    private ToneFiles() {}

    /** Writes a classifier, compressed; an existing file is replaced. */
    public static void write(ToneClassifier classifier, Path file) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                new GZIPOutputStream(Files.newOutputStream(file))))) {
            classifier.writeTo(out);
        }
    }

    /** Returns the classifier of a file. */
    public static ToneClassifier read(Path file) throws IOException {
        try (DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
            return ToneClassifier.readFrom(in);
        }
    }
}

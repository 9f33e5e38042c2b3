package io.huihui.connectors.tone;

import io.huihui.models.text.ToneClassifier;
import io.huihui.models.text.ToneEncoder;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Writes trained classifiers and layers to files and reads them back. */
public final class ToneFiles {

    private ToneFiles() {}

    /** Writes a classifier, compressed; an existing file is replaced. */
    public static void write(ToneClassifier classifier, Path file) throws IOException {
        try (DataOutputStream out = output(file)) {
            classifier.writeTo(out);
        }
    }

    /** Writes trained layers, compressed; an existing file is replaced. */
    public static void write(ToneEncoder encoder, Path file) throws IOException {
        try (DataOutputStream out = output(file)) {
            encoder.writeTo(out);
        }
    }

    /** Returns the classifier of a file. */
    public static ToneClassifier read(Path file) throws IOException {
        try (DataInputStream in = input(file)) {
            return ToneClassifier.readFrom(in);
        }
    }

    /** Returns the trained layers of a file. */
    public static ToneEncoder readLayers(Path file) throws IOException {
        try (DataInputStream in = input(file)) {
            return ToneEncoder.readFrom(in);
        }
    }

    private static DataOutputStream output(Path file) throws IOException {
        return new DataOutputStream(
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file))));
    }

    private static DataInputStream input(Path file) throws IOException {
        return new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))));
    }
}

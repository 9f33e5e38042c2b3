package io.huihui.connectors.tape;

import io.huihui.models.Require;

import java.util.List;

/**
 * What stands in {@code tape.yaml}.
 *
 * @param format version of the layout of the folder
 * @param symbols whose market it is
 * @param sessions trading days, ISO dates in New York
 * @param source where it comes from
 * @param licence under which it may be used
 * @param files one per topic, in the order of the topics
 */
public record TapeDescription(
        int format,
        List<String> symbols,
        List<String> sessions,
        String source,
        String licence,
        List<TapeFile> files) {

    /** The only layout there has been. */
    public static final int FORMAT = 1;

    public TapeDescription {
        Require.that(format == FORMAT, "tape format " + FORMAT, "format " + format);
        symbols = List.copyOf(Require.present("symbols", symbols));
        sessions = List.copyOf(Require.present("sessions", sessions));
        Require.text("source", source);
        Require.text("licence", licence);
        files = List.copyOf(Require.present("files", files));
    }

    /** Returns the description of a tape that is still to be written. */
    public static TapeDescription of(
            List<String> symbols, List<String> sessions, String source, String licence) {
        return new TapeDescription(FORMAT, symbols, sessions, source, licence, List.of());
    }

    TapeDescription withFiles(List<TapeFile> written) {
        return new TapeDescription(format, symbols, sessions, source, licence, written);
    }

    /** How many records the tape holds. */
    public long records() {
        return files.stream().mapToLong(TapeFile::records).sum();
    }
}

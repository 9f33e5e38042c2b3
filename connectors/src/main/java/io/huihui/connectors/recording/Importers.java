package io.huihui.connectors.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The formats that can be imported. */
public final class Importers {

    public static final List<RecordingImporter> ALL =
            List.of(
                    new LobsterImporter(),
                    new LeanTickImporter(),
                    new OptionChainImporter(),
                    new BarsImporter(),
                    new HeadlinesImporter(),
                    new MacroImporter());

    private Importers() {}

    /**
     * Makes a tape of a recording.
     *
     * @param format as {@link RecordingImporter#format} names it
     * @param source file or folder
     * @param out folder of the tape, which must not hold one yet
     * @throws UnusableRecordingException when format or source cannot be used
     */
    public static ImportSummary run(String format, Path source, Path out, Progress progress)
            throws IOException {
        RecordingImporter importer = named(format);
        if (!Files.exists(source)) {
            throw new UnusableRecordingException(
                    "need an existing recording, was nothing at " + source);
        }
        try (ImportTarget target = ImportTarget.create(source, out, importer.format())) {
            importer.read(source, target, progress);
            return target.finish();
        }
    }

    /** Returns the importer of a format. */
    public static RecordingImporter named(String format) {
        return ALL.stream()
                .filter(importer -> importer.format().equals(format))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UnusableRecordingException(
                                        "need one of the formats "
                                                + ALL.stream()
                                                        .map(RecordingImporter::format)
                                                        .toList()
                                                + ", was "
                                                + format));
    }
}

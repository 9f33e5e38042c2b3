package io.huihui.connectors.recording;

import java.io.IOException;
import java.nio.file.Path;

/** Reads recordings of one format. */
public interface RecordingImporter {

    /** Name of the format on the command line. */
    String format();

    /** One sentence: which files it takes. */
    String description();

    /**
     * Puts every usable row of the recording into the target and every other among its rejects.
     *
     * @param source file or folder
     * @throws UnusableRecordingException when there is nothing of this format
     */
    void read(Path source, ImportTarget target, Progress progress) throws IOException;
}

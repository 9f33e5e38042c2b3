package io.huihui.connectors.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the licence that a recording's SOURCE.md states, so that it stays with the tape. */
final class SourceNote {

    private static final String NOTE = "SOURCE.md";
    private static final String MARK = "licence:";
    private static final String NOT_STATED = "not stated";

    /** A recording may lie some folders below its note. */
    private static final int LEVELS = 6;

    private SourceNote() {}

    static String licence(Path recording) throws IOException {
        Path folder = recording.toAbsolutePath();
        for (int level = 0; level < LEVELS && folder != null; level++) {
            Path note = folder.resolve(NOTE);
            if (Files.isRegularFile(note)) {
                return Files.readAllLines(note).stream()
                        .filter(line -> line.contains(MARK))
                        .map(line -> line.substring(line.indexOf(MARK) + MARK.length()).trim())
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(NOT_STATED);
            }
            folder = folder.getParent();
        }
        return NOT_STATED;
    }
}

package io.huihui.connectors.recording;

import java.nio.file.Path;

/** Told now and then how far an import has come. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (file, line) -> {};

    void at(Path file, long line);
}

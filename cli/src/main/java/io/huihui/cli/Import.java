package io.huihui.cli;

import io.huihui.connectors.recording.ImportSummary;
import io.huihui.connectors.recording.Importers;
import io.huihui.connectors.recording.RecordingImporter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;

/** Makes a tape of a real recording. */
@Command(
        name = "import",
        description =
                "Makes a tape of a real recording; rows that cannot be used go to rejects.csv.",
        mixinStandardHelpOptions = true)
final class Import implements Callable<Integer> {

    /** The formats, for the help text. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Importers.ALL.stream().map(RecordingImporter::format).iterator();
        }
    }

    @Spec private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String format;

    @Parameters(index = "1", paramLabel = "SOURCE", description = "File or folder.")
    private Path source;

    @Option(names = "--out", required = true, description = "Folder of the tape; must not exist.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        PrintWriter progress = spec.commandLine().getErr();
        ImportSummary summary =
                Importers.run(
                        format,
                        source,
                        OutputFolder.writable(out),
                        (file, line) -> {
                            progress.println(file.getFileName() + ": line " + line);
                            progress.flush();
                        });
        spec.commandLine()
                .getOut()
                .println(
                        summary.records()
                                + " records in "
                                + out
                                + ", "
                                + summary.rejected()
                                + " rows rejected, "
                                + summary.empty()
                                + " empty");
        return ExitCodes.DONE;
    }
}

package io.huihui.cli;

import javax.tools.ToolProvider;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes later releases of the main job: the job jar with a few classes added. Two versions of one
 * class cannot stand in one source folder, so they are resources and compiled here.
 */
final class AuditedJobJar {

    static final String MAIN = "io.huihui.jobs.MainJobWithAudit";

    private AuditedJobJar() {}

    /** Returns the job jar with the audit operator, whose state has the given version. */
    static Path build(String version, Path jobJar, Path folder)
            throws IOException, URISyntaxException {
        Path classes = compile(version, folder);
        Path jar = Files.copy(jobJar, folder.resolve("audited-" + version + ".jar"));
        try (FileSystem content =
                        FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path file : compiled.filter(Files::isRegularFile).toList()) {
                Files.copy(file, content.getPath(classes.relativize(file).toString()));
            }
        }
        return jar;
    }

    /** Returns the folder with the classes of that version. */
    static Path compile(String version, Path folder) throws IOException, URISyntaxException {
        Path classes = Files.createDirectories(folder.resolve("classes-" + version));
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                OutputStream.nullOutputStream(),
                                null,
                                "--release",
                                "17",
                                "-d",
                                classes.toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                source("MainJobWithAudit.java"),
                                source(version + "/AuditTally.java"));
        if (status != 0) {
            throw new IllegalStateException("version " + version + " does not compile");
        }
        return classes;
    }

    private static String source(String name) throws URISyntaxException {
        return Path.of(AuditedJobJar.class.getResource("/audited-job/" + name).toURI()).toString();
    }
}

package io.huihui.stack.cluster;

import javax.tools.ToolProvider;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Builds a version of the small counting job. Two versions of one class cannot stand in one source
 * folder, so they are resources and compiled here.
 */
final class CountJobJar {

    /**
     * What the job needs beyond what the cluster has; Flink loads jars in lib/ inside of a job jar.
     */
    private static final List<String> CARRIED = List.of("flink-connector-kafka-", "kafka-clients-");

    private CountJobJar() {}

    static Path build(String version, Path folder) throws IOException, URISyntaxException {
        URL source = CountJobJar.class.getResource("/count-job/" + version + "/CountJob.java");
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
                                Path.of(source.toURI()).toString());
        if (status != 0) {
            throw new IllegalStateException("version " + version + " does not compile");
        }
        Path jar = folder.resolve("count-" + version + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> compiled = Files.list(classes)) {
            for (Path file : compiled.toList()) {
                add(out, file.getFileName().toString(), file);
            }
            for (String element :
                    System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                Path library = Path.of(element);
                if (CARRIED.stream().anyMatch(library.getFileName().toString()::startsWith)) {
                    add(out, "lib/" + library.getFileName(), library);
                }
            }
        }
        return jar;
    }

    private static void add(JarOutputStream out, String name, Path file) throws IOException {
        out.putNextEntry(new JarEntry(name));
        Files.copy(file, out);
        out.closeEntry();
    }
}

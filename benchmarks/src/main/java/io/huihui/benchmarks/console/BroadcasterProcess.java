package io.huihui.benchmarks.console;

import io.huihui.stack.ProjectRoot;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The reference of {@code bench console}, with the class path and the heap of the console. */
record BroadcasterProcess(Process process, URI address) implements AutoCloseable {

    private static final String MODULE = "console-server";

    static BroadcasterProcess start(String servers, Path log) throws IOException {
        String classPath =
                ProjectRoot.classPath(MODULE)
                        + File.pathSeparator
                        + placeOf(PlainBroadcaster.class);
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                classPath,
                                PlainBroadcaster.class.getName(),
                                servers)
                        .redirectError(log.toFile())
                        .start();
        // The reader is not closed: that would end the process' output.
        BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String port = said.readLine();
        while (port != null && !port.matches("\\d+")) {
            port = said.readLine();
        }
        if (port == null) {
            throw new IOException("need a broadcaster that starts, see " + log);
        }
        return new BroadcasterProcess(process, URI.create("http://127.0.0.1:" + port + "/"));
    }

    private static String placeOf(Class<?> one) {
        try {
            return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("need our own classes as a file, was " + e, e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}

package io.huihui.stack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class JavaCommandTest {

    /** A task manager may load ONNX Runtime 1.29, which a command line of thousands breaks. */
    private static final int SHORT = 1_000;

    @TempDir Path folder;

    @Test
    void theClassPathGoesByAFile() throws Exception {
        try (DataFolder data = DataFolder.open(folder)) {
            List<String> words =
                    JavaCommand.of(Jdk.current(), "flink-cluster", data)
                            .flags("-Xmx1g")
                            .main("Main", "argument");

            assertThat(String.join(" ", words)).hasSizeLessThan(SHORT);
            assertThat(words)
                    .startsWith(Jdk.current().java())
                    .endsWith(
                            "-Xmx1g",
                            "@" + folder.resolve("flink-cluster.class-path"),
                            "Main",
                            "argument");
            assertThat(folder.resolve("flink-cluster.class-path"))
                    .hasContent(JavaCommand.option(ProjectRoot.classPath("flink-cluster")));
        }
    }

    @Test
    void javaReadsTheFileAsItWasMeant() throws Exception {
        Path jars = Files.createDirectory(folder.resolve("with space"));
        Path option = folder.resolve("option");
        Files.writeString(option, JavaCommand.option(jars + "/a\\b.jar"));

        Process java =
                new ProcessBuilder(
                                Jdk.current().java(),
                                "@" + option,
                                "-XshowSettings:properties",
                                "-version")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).contains("java.class.path = " + jars + "/a\\b.jar");
    }
}

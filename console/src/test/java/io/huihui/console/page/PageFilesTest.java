package io.huihui.console.page;

import com.microsoft.playwright.impl.driver.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

class PageFilesTest {

    private static final int MOST_COMPRESSED_BYTES = 400_000;
    private static final List<String> FILES =
            List.of("index.html", "bundle/main.js", "bundle/main.css");

    @TempDir Path folder;

    @Test
    void pageIsLight() throws IOException {
        long bytes = 0;
        for (String name : FILES) {
            try (InputStream file = getClass().getResourceAsStream("/console/page/" + name)) {
                assertThat(file).as(name).isNotNull();
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
                    file.transferTo(zip);
                }
                bytes += packed.size();
            }
        }

        assertThat(bytes).isLessThan(MOST_COMPRESSED_BYTES);
    }

    /** Content-security policy allows no style in line, which a template would set. */
    @Test
    void noTemplateHasAStyleInLine() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("page/src/main"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(source))
                        .as(source.toString())
                        .doesNotContain(" style=\"")
                        .doesNotContain(" style=${`");
            }
        }
    }

    /** The bundler drops types; here they are checked, by the Node that comes with Playwright. */
    @Test
    void typesFit() throws Exception {
        Path compiler = unpackedCompiler();
        Path node =
                Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                        .driverDir()
                        .resolve("node");
        Process process =
                new ProcessBuilder(
                                node.toString(),
                                compiler.resolve("lib/tsc.js").toString(),
                                "-p",
                                Path.of("page").toAbsolutePath().toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    private Path unpackedCompiler() throws Exception {
        URI jar =
                URI.create(
                        getClass()
                                .getResource(
                                        "/META-INF/maven/org.webjars.npm/typescript/pom.properties")
                                .toString()
                                .replaceAll("!.*", ""));
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of());
                Stream<Path> roots =
                        Files.list(files.getPath("/META-INF/resources/webjars/typescript"))) {
            Path root = roots.findFirst().orElseThrow();
            try (Stream<Path> all = Files.walk(root.resolve("lib"))) {
                for (Path each : all.filter(Files::isRegularFile).toList()) {
                    Path target = folder.resolve(root.relativize(each).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(each, target);
                }
            }
        }
        return folder;
    }
}

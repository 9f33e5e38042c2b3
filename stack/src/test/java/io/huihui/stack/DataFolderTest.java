package io.huihui.stack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataFolderTest {

    private static final String LONG_TEXT = "class path ".repeat(10_000);

    @TempDir Path folder;

    /** Two TaskManagers start from one file of the class path, which each start writes anew. */
    @Test
    void shouldNeverShowAReaderHalfAFile() throws Exception {
        try (DataFolder data = DataFolder.open(folder)) {
            Path file = data.write("text", LONG_TEXT);
            CompletableFuture<Void> writer =
                    CompletableFuture.runAsync(
                            () -> {
                                for (int i = 0; i < 300; i++) {
                                    data.write("text", LONG_TEXT);
                                }
                            });
            while (!writer.isDone()) {
                assertThat(Files.readString(file)).hasSameSizeAs(LONG_TEXT);
            }
            writer.join();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("lock", "text");
        }
    }

    @Test
    void shouldKeepASecondProcessOut() {
        try (DataFolder data = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(data.path()))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("in use by another huihui");
        }
    }
}

package io.huihui.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the files of one bench or suite, such as checkpoints and tapes; gone afterwards. */
public record BenchFolder(Path path) implements AutoCloseable {

    public static BenchFolder create() throws IOException {
        return new BenchFolder(Files.createTempDirectory("huihui-bench-"));
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.deleteIfExists(each);
        }
    }
}

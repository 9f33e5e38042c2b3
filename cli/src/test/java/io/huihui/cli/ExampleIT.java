package io.huihui.cli;

import io.huihui.connectors.codec.RecordJson;
import io.huihui.connectors.tape.TapeReader;
import io.huihui.connectors.tape.TapeRecord;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.TopicSide;
import io.huihui.connectors.topic.Topics;
import io.huihui.stack.ProjectRoot;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The tape of the example, replayed by its command, gives what stands beside it. */
class ExampleIT {

    private static final Path EXAMPLE = ProjectRoot.find().resolve("examples/first-minutes");

    /** Set to write what came out instead of comparing it. */
    private static final String WRITE = "huihui.write";

    private static final String REGENERATE =
            "%s differs from what the replay gave. If the change is meant, write it anew and look"
                    + " at the difference before you commit it:%n  ./mvnw -B -q -pl cli -am package"
                    + " -Dtest=ExampleIT -Dsurefire.failIfNoSpecifiedTests=false -D"
                    + WRITE
                    + "=true%n";

    /** The last digits differ from one kind of processor to the next; six say enough. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

    private static final int DIGEST_BYTES = 8;

    @TempDir Path folder;
    private Path out;

    @BeforeEach
    void replay() throws IOException {
        Path tape = folder.resolve("tape");
        unpack(EXAMPLE.resolve("tape.zip"), tape);
        out = folder.resolve("out");
        StringWriter err = new StringWriter();
        var line = Main.commandLine();
        line.setOut(new PrintWriter(new StringWriter()));
        line.setErr(new PrintWriter(err));

        int status = line.execute("replay", tape.toString(), "--out", out.toString());

        assertThat(status).as(err.toString()).isZero();
    }

    /** 6: stages disagreed on what they hand over; here each has its say on the same tape. */
    @Test
    @Tag("defect-6")
    void givesTheSameRecords() throws Exception {
        List<String> records = new ArrayList<>();
        for (Topic<?> topic : Topics.ALL) {
            if (topic.side() == TopicSide.OUT) {
                records.add(summary(topic));
            }
        }

        assertExpected("records.txt", records);
        assertExpected("directives.jsonl", json(Topics.DIRECTIVES));
    }

    private static void unpack(Path zip, Path target) throws IOException {
        Files.createDirectory(target);
        try (FileSystem packed = FileSystems.newFileSystem(zip);
                Stream<Path> files = Files.list(packed.getPath("/"))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName().toString()));
            }
        }
    }

    private static void assertExpected(String name, List<String> lines) throws IOException {
        Path expected = EXAMPLE.resolve("expected").resolve(name);
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(expected.getParent());
            Files.write(expected, lines);
        }
        assertThat(lines)
                .as(REGENERATE, ProjectRoot.find().relativize(expected))
                .isEqualTo(Files.readAllLines(expected));
    }

    /** Topic, number of records, and a digest of their ids in order. */
    private <T> String summary(Topic<T> topic) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        int count = 0;
        for (T value : values(topic)) {
            digest.update((topic.idOf(value) + "\n").getBytes(StandardCharsets.UTF_8));
            count++;
        }
        String ids = HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
        return topic.shortName() + " " + count + (count == 0 ? "" : " " + ids);
    }

    private <T> List<String> json(Topic<T> topic) throws IOException {
        RecordJson<T> json = topic.newJson();
        return values(topic).stream().map(value -> rounded(json.line(value))).toList();
    }

    private <T> List<T> values(Topic<T> topic) throws IOException {
        List<T> values = new ArrayList<>();
        try (TapeReader<T> reader = TapeReader.openOutput(out, topic)) {
            for (TapeRecord<T> record = reader.next(); record != null; record = reader.next()) {
                values.add(record.value());
            }
        }
        return values;
    }

    private static String rounded(String line) {
        return NUMBER.matcher(line)
                .replaceAll(
                        number ->
                                String.format(
                                        Locale.ROOT, "%.6g", Double.parseDouble(number.group())));
    }
}

package io.huihui.connectors.tape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes {@code tape.yaml}; an unknown or missing key is refused. */
final class TapeYaml {

    static final String FILE = "tape.yaml";

    private static final ObjectMapper YAML =
            YAMLMapper.builder(
                            YAMLFactory.builder()
                                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private TapeYaml() {}

    static void write(TapeDescription description, Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), YAML.writeValueAsString(description));
    }

    /**
     * Returns the description of the tape in {@code folder}.
     *
     * @throws TapeFormatException when there is none or it cannot be used
     */
    static TapeDescription read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new TapeFormatException(
                    "need a tape, was a folder without "
                            + FILE
                            + ": "
                            + folder
                            + "; make one with import or simulate");
        }
        try {
            return YAML.readValue(file.toFile(), TapeDescription.class);
        } catch (JsonProcessingException unusable) {
            throw new TapeFormatException(
                    "need a usable "
                            + FILE
                            + ", was "
                            + unusable.getOriginalMessage()
                            + " in "
                            + file);
        }
    }
}

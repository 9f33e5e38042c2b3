package io.huihui.cli;

import io.huihui.stack.ProjectRoot;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where the servers of a running {@code up} listen, left in its data folder for other commands; no
 * secret is in it.
 */
record Addresses(String kafka, String postgres, String neo4j, String flink) {

    private static final String FILE = "addresses.properties";

    /** Returns the folder of {@code up} unless another is named. */
    static Path defaultFolder() {
        return ProjectRoot.find().resolve("data").resolve("local");
    }

    static Addresses read(Path folder) {
        Path file = folder.resolve(FILE);
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UserError(
                    "need the addresses of a running ./huihui up, was nothing in "
                            + file
                            + ": start it, or name the server with an option",
                    e);
        }
        return new Addresses(
                properties.getProperty("kafka"),
                properties.getProperty("postgres"),
                properties.getProperty("neo4j"),
                properties.getProperty("flink"));
    }

    void write(Path folder) {
        Properties properties = new Properties();
        properties.setProperty("kafka", kafka);
        properties.setProperty("postgres", postgres);
        properties.setProperty("neo4j", neo4j);
        properties.setProperty("flink", flink);
        try (Writer writer =
                Files.newBufferedWriter(folder.resolve(FILE), StandardCharsets.UTF_8)) {
            properties.store(writer, "addresses of ./huihui up");
        } catch (IOException e) {
            throw new UserError("need to write " + folder.resolve(FILE) + ": " + e.getMessage(), e);
        }
    }

    /** Removes the file; one that cannot be removed is overwritten by the next start. */
    static void delete(Path folder) {
        boolean unused = folder.resolve(FILE).toFile().delete();
    }
}

package io.huihui.jobs.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays a YAML file and single settings over default values and binds the whole to a record. Every
 * key must exist in the defaults; every value must pass the record's constructor.
 */
public final class ConfigFile {

    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .build();

    private ConfigFile() {}

    /**
     * Returns {@code defaults} changed by the file, then by the settings.
     *
     * @param file YAML file, or null for none
     * @param settings each {@code key.path=value}
     * @throws InvalidConfigException with one sentence when anything does not fit
     */
    public static <T extends Record> T read(T defaults, Path file, List<String> settings) {
        ObjectNode tree = YAML.valueToTree(defaults);
        if (file != null) {
            merge(tree, parse(file), "", file.toString());
        }
        for (String setting : settings) {
            apply(tree, setting);
        }
        return bind(tree, recordType(defaults), file);
    }

    /** Returns the dotted path of every key in the order of the record's components. */
    public static List<String> keys(Record defaults) {
        List<String> keys = new ArrayList<>();
        collect(YAML.valueToTree(defaults), "", keys);
        return keys;
    }

    /** Returns the whole configuration as YAML: what a run was started with. */
    public static String print(Record config) {
        try {
            return YAML.writeValueAsString(config);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("could not print " + config.getClass(), e);
        }
    }

    @SuppressWarnings("unchecked") // getClass() of a T is a Class<T> for a final record
    private static <T extends Record> Class<T> recordType(T defaults) {
        return (Class<T>) defaults.getClass();
    }

    private static JsonNode parse(Path file) {
        if (!Files.isReadable(file)) {
            throw new InvalidConfigException(
                    "need a readable configuration file, was none at "
                            + file
                            + "; give an existing file to --config");
        }
        try {
            return YAML.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new InvalidConfigException(
                    "need YAML in "
                            + file
                            + ", was unreadable at line "
                            + e.getLocation().getLineNr()
                            + ": "
                            + e.getOriginalMessage());
        } catch (IOException e) {
            throw new InvalidConfigException("could not read " + file + ": " + e.getMessage());
        }
    }

    private static void merge(ObjectNode base, JsonNode change, String path, String where) {
        if (change.isMissingNode() || change.isNull()) {
            return;
        }
        if (!change.isObject()) {
            throw new InvalidConfigException(
                    "need keys under "
                            + (path.isEmpty() ? "the top" : path)
                            + ", was a value in "
                            + where);
        }
        change.properties()
                .forEach(
                        entry -> {
                            String key =
                                    path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                            JsonNode old = base.get(entry.getKey());
                            if (old == null) {
                                throw unknown(key, base, where);
                            }
                            if (old.isObject()) {
                                merge((ObjectNode) old, entry.getValue(), key, where);
                            } else {
                                base.set(entry.getKey(), entry.getValue());
                            }
                        });
    }

    private static void apply(ObjectNode tree, String setting) {
        int equals = setting.indexOf('=');
        if (equals <= 0) {
            throw new InvalidConfigException(
                    "need --set key=value, was " + setting + "; keys are in docs/config.md");
        }
        String[] path = setting.substring(0, equals).split("\\.", -1);
        ObjectNode node = tree;
        for (int i = 0; i < path.length - 1; i++) {
            JsonNode next = node.get(path[i]);
            if (next == null || !next.isObject()) {
                throw unknown(setting.substring(0, equals), node, "--set");
            }
            node = (ObjectNode) next;
        }
        String leaf = path[path.length - 1];
        if (!node.has(leaf)) {
            throw unknown(setting.substring(0, equals), node, "--set");
        }
        try {
            node.set(leaf, YAML.readTree(setting.substring(equals + 1)));
        } catch (JsonProcessingException e) {
            throw new InvalidConfigException(
                    "need a YAML value in --set " + setting + ", was unreadable");
        }
    }

    private static InvalidConfigException unknown(String key, ObjectNode siblings, String where) {
        List<String> known = new ArrayList<>();
        siblings.fieldNames().forEachRemaining(known::add);
        return new InvalidConfigException(
                "need a known key, was "
                        + key
                        + " in "
                        + where
                        + "; known here: "
                        + String.join(", ", known));
    }

    private static <T extends Record> T bind(ObjectNode tree, Class<T> type, Path file) {
        String where = file == null ? "the settings" : file.toString();
        try {
            return YAML.treeToValue(tree, type);
        } catch (UnrecognizedPropertyException e) {
            throw new InvalidConfigException(
                    "need a known key, was " + e.getPropertyName() + " in " + where);
        } catch (JsonMappingException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String problem = cause == e ? e.getOriginalMessage() : cause.getMessage();
            throw new InvalidConfigException(problem + " at " + path(e) + " in " + where);
        } catch (JsonProcessingException e) {
            throw new InvalidConfigException(e.getOriginalMessage() + " in " + where);
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .reduce((left, right) -> left + "." + right)
                .orElse("the top");
    }

    private static void collect(JsonNode node, String path, List<String> keys) {
        node.properties()
                .forEach(
                        entry -> {
                            String key =
                                    path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                            if (entry.getValue().isObject()) {
                                collect(entry.getValue(), key, keys);
                            } else {
                                keys.add(key);
                            }
                        });
    }
}

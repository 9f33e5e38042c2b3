package io.huihui.connectors.recording;

import io.huihui.models.Require;

import java.util.List;
import java.util.Locale;

/** Finds fields by the names in a file's first row, in whatever order they stand. */
final class CsvColumns {

    private final List<String> names;

    CsvColumns(List<String> header) {
        this.names = header.stream().map(name -> name.trim().toLowerCase(Locale.ROOT)).toList();
    }

    /**
     * Returns the place of the first of these names, or -1.
     *
     * @param choices different providers' names for one thing
     */
    int find(String... choices) {
        for (String choice : choices) {
            int at = names.indexOf(choice);
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    /**
     * As {@link #find}.
     *
     * @throws UnusableRecordingException when none of them is there
     */
    int require(String... choices) {
        int at = find(choices);
        if (at < 0) {
            throw new UnusableRecordingException(
                    "need a column " + String.join(" or ", choices) + ", was " + names);
        }
        return at;
    }

    /** Returns the field at a place, or null where the file has no such column. */
    static String optional(List<String> row, int at) {
        return at < 0 ? null : field(row, at);
    }

    /**
     * Returns the field at a place.
     *
     * @throws io.huihui.models.InvalidRecordException when the row is too short
     */
    static String field(List<String> row, int at) {
        if (at >= row.size()) {
            throw Require.violated("at least " + (at + 1) + " fields", row.size() + " fields");
        }
        return row.get(at);
    }
}

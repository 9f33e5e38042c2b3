package io.huihui.console.store;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.Require;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where a page ends: the key of its last row, as one word that can stand in an address. */
public final class Cursor {

    private static final String SEPARATOR = "\n";

    private Cursor() {}

    static String of(String... parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the parts of a cursor.
     *
     * @throws InvalidRecordException when it is none with so many parts, the first a number
     */
    static List<String> parts(String cursor, int count) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            List<String> parts =
                    List.of(new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1));
            if (parts.size() == count && Long.parseLong(parts.get(0)) >= 0) {
                return parts;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as a cursor of another path is.
        }
        throw Require.violated("before as an answer of the same path gave it in next", cursor);
    }
}

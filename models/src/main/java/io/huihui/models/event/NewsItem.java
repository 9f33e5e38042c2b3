package io.huihui.models.event;

import io.huihui.models.OrNull;
import io.huihui.models.Require;

import java.util.List;

/**
 * A news story. Event time is when it was received; a story may be older.
 *
 * @param id unique within the source
 * @param body null when the feed sends headlines only
 * @param symbols symbols the feed tags; may be empty
 */
public record NewsItem(
        String id,
        long publishedTimeMillis,
        long receivedTimeMillis,
        String source,
        long sequence,
        String headline,
        @OrNull String body,
        List<String> symbols) {

    public NewsItem {
        Require.text("id", id);
        EventChecks.time("publishedTimeMillis", publishedTimeMillis);
        EventChecks.time("receivedTimeMillis", receivedTimeMillis);
        Require.text("source", source);
        Require.notNegative("sequence", sequence);
        Require.text("headline", headline);
        symbols = List.copyOf(symbols);
    }
}

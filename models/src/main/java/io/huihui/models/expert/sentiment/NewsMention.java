package io.huihui.models.expert.sentiment;

import io.huihui.models.OrNull;
import io.huihui.models.Require;
import io.huihui.models.event.NewsItem;

/**
 * A news item as it concerns one of the symbols it names.
 *
 * @param tone of its headline; null when it says nothing the scorer understands, or was not read
 */
public record NewsMention(String symbol, NewsItem item, @OrNull Tone tone) {

    public NewsMention {
        Require.text("symbol", symbol);
        Require.present("item", item);
    }
}

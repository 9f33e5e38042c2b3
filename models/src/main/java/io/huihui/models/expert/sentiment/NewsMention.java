package io.huihui.models.expert.sentiment;

import io.huihui.models.Require;
import io.huihui.models.event.NewsItem;

import java.util.List;

/** A news item as it concerns one of the symbols it names. */
public record NewsMention(String symbol, NewsItem item) {

    public NewsMention {
        Require.text("symbol", symbol);
        Require.present("item", item);
    }

    /** Returns one mention per symbol of the item, each symbol once; none for untagged news. */
    public static List<NewsMention> of(NewsItem item) {
        return item.symbols().stream().distinct().map(s -> new NewsMention(s, item)).toList();
    }
}

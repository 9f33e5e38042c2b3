package io.huihui.models.expert.sentiment;

import io.huihui.models.Require;
import io.huihui.models.event.NewsItem;
import io.huihui.models.text.EntityLinker;

import java.util.Collection;
import java.util.List;

/**
 * Reads each story once: its tone, and the symbols it concerns. Where the feed tags none, the names
 * in the headline count.
 */
public final class NewsReader {

    private final HeadlineScorer scorer;
    private final EntityLinker names;

    public NewsReader(HeadlineScorer scorer, EntityLinker names) {
        this.scorer = Require.present("scorer", scorer);
        this.names = Require.present("names", names);
    }

    /** Returns one mention per symbol of the item, each symbol once; none when it names none. */
    public List<NewsMention> read(NewsItem item) {
        Collection<String> symbols =
                item.symbols().isEmpty() ? names.link(item.headline()) : item.symbols();
        if (symbols.isEmpty()) {
            return List.of();
        }
        Tone tone = scorer.score(item.headline());
        return symbols.stream().distinct().map(s -> new NewsMention(s, item, tone)).toList();
    }
}

package io.huihui.benchmarks.evaluate;

import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.sentiment.LexiconScorer;
import io.huihui.models.expert.sentiment.NewsReader;
import io.huihui.models.text.EntityLinker;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** One pipeline per symbol of a market; every record goes to that of its symbol. */
final class SessionPipelines<P extends SymbolPipeline> {

    /** Events are waited for this long before their second is ended, as the job's watermark. */
    private static final long PATIENCE_MILLIS = 1_000;

    private final TreeMap<String, P> pipelines = new TreeMap<>();
    private final Function<String, P> maker;
    private final NewsReader reader = new NewsReader(new LexiconScorer(), EntityLinker.defaults());

    SessionPipelines(Function<String, P> maker) {
        this.maker = maker;
    }

    void event(MarketEvent event) {
        of(event.symbol()).event(event);
    }

    void news(NewsItem item) {
        reader.read(item).forEach(mention -> of(mention.symbol()).news(mention));
    }

    /** Ends every second that nothing is waited for any more. */
    void now(long millis) {
        pipelines.values().forEach(pipeline -> pipeline.closeUpTo(millis - PATIENCE_MILLIS));
    }

    private P of(String symbol) {
        return pipelines.computeIfAbsent(symbol, maker);
    }

    SortedMap<String, P> bySymbol() {
        return pipelines;
    }
}

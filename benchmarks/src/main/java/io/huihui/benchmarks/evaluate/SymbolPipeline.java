package io.huihui.benchmarks.evaluate;

import io.huihui.models.event.MarketEvent;
import io.huihui.models.expert.sentiment.NewsMention;

/** What is made of the events of one symbol. */
public interface SymbolPipeline {

    /** Takes an event; one whose second is over corrects it, as in the job. */
    void event(MarketEvent event);

    void news(NewsMention mention);

    /** Ends every second up to a time. */
    void closeUpTo(long endMillis);
}

package io.huihui.operators.sentiment;

import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.sentiment.HeadlineScorer;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.expert.sentiment.NewsReader;
import io.huihui.models.text.EntityLinker;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

import java.util.List;

/**
 * news => one mention per symbol of each item, with its tone. Tone is read here, once a story and
 * in parallel, because a model may take milliseconds. No state.
 */
public final class NewsMentions extends RichFlatMapFunction<NewsItem, NewsMention> {

    public static final String UID = "news-mentions";

    private static final long serialVersionUID = 1L;

    private final HeadlineScorer scorer;

    private transient NewsReader reader;
    private transient Counter unlinked;

    NewsMentions(HeadlineScorer scorer) {
        this.scorer = scorer;
    }

    public static DataStream<NewsMention> attach(DataStream<NewsItem> news, HeadlineScorer scorer) {
        return news.flatMap(new NewsMentions(scorer), TypeInformation.of(NewsMention.class))
                .uid(UID)
                .name("News mentions");
    }

    @Override
    public void open(OpenContext context) {
        reader = new NewsReader(scorer, EntityLinker.defaults());
        unlinked = getRuntimeContext().getMetricGroup().counter("stories_without_symbol");
    }

    @Override
    public void flatMap(NewsItem item, Collector<NewsMention> out) {
        List<NewsMention> mentions = reader.read(item);
        if (mentions.isEmpty()) {
            unlinked.inc();
        }
        mentions.forEach(out::collect);
    }
}

package io.huihui.operators.sentiment;

import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.sentiment.NewsMention;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** news => one mention per symbol of each item. */
public final class NewsMentions {

    public static final String UID = "news-mentions";

    private NewsMentions() {}

    public static DataStream<NewsMention> attach(DataStream<NewsItem> news) {
        return news.<NewsMention>flatMap(
                        (item, out) -> NewsMention.of(item).forEach(out::collect),
                        TypeInformation.of(NewsMention.class))
                .uid(UID)
                .name("News mentions");
    }
}

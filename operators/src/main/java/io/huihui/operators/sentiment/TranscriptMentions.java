package io.huihui.operators.sentiment;

import io.huihui.models.event.NewsItem;
import io.huihui.models.event.Transcript;
import io.huihui.models.expert.sentiment.HeadlineScorer;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.expert.sentiment.NewsReader;
import io.huihui.models.expert.sentiment.TranscriptNews;
import io.huihui.models.text.EntityLinker;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/**
 * transcripts => one mention per symbol of each that has a sentence, with its tone. They are
 * evidence for tone; news shocks do not count them, because an image repeats what was written
 * elsewhere.
 */
public final class TranscriptMentions extends RichFlatMapFunction<Transcript, NewsMention> {

    public static final String UID = "transcript-mentions";

    private static final long serialVersionUID = 1L;

    private final HeadlineScorer scorer;

    private transient NewsReader reader;

    private TranscriptMentions(HeadlineScorer scorer) {
        this.scorer = scorer;
    }

    public static DataStream<NewsMention> attach(
            DataStream<Transcript> transcripts, HeadlineScorer scorer) {
        return transcripts
                .flatMap(new TranscriptMentions(scorer), TypeInformation.of(NewsMention.class))
                .uid(UID)
                .name("Transcript mentions");
    }

    @Override
    public void open(OpenContext context) {
        reader = new NewsReader(scorer, EntityLinker.defaults());
    }

    @Override
    public void flatMap(Transcript transcript, Collector<NewsMention> out) {
        NewsItem story = TranscriptNews.of(transcript);
        if (story != null) {
            reader.read(story).forEach(out::collect);
        }
    }
}

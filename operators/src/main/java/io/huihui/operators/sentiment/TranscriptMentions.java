package io.huihui.operators.sentiment;

import io.huihui.models.event.NewsItem;
import io.huihui.models.event.Transcript;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.expert.sentiment.TranscriptNews;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * transcripts => one mention per symbol of each that has a sentence. They are evidence for tone;
 * news shocks do not count them, because an image repeats what was written elsewhere.
 */
public final class TranscriptMentions {

    public static final String UID = "transcript-mentions";

    private TranscriptMentions() {}

    public static DataStream<NewsMention> attach(DataStream<Transcript> transcripts) {
        return transcripts
                .<NewsMention>flatMap(
                        (transcript, out) -> {
                            NewsItem story = TranscriptNews.of(transcript);
                            if (story != null) {
                                NewsMention.of(story).forEach(out::collect);
                            }
                        },
                        TypeInformation.of(NewsMention.class))
                .uid(UID)
                .name("Transcript mentions");
    }
}

package io.huihui.models.expert.sentiment;

import io.huihui.models.event.NewsItem;
import io.huihui.models.text.EntityLinker;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class NewsReaderTest {

    private static final NewsReader READER =
            new NewsReader(
                    new LexiconScorer(),
                    new EntityLinker(List.of(new EntityLinker.Alias("AAPL", "Apple"))));

    private static NewsItem item(String headline, String... symbols) {
        return new NewsItem(
                "1",
                1_700_000_000_000L,
                1_700_000_000_000L,
                "cnbc",
                1,
                headline,
                null,
                List.of(symbols));
    }

    @Test
    void oneMentionPerSymbolWithTheSameTone() {
        List<NewsMention> mentions = READER.read(item("Shares rally", "SPY", "QQQ", "SPY"));

        assertThat(mentions).extracting(NewsMention::symbol).containsExactly("SPY", "QQQ");
        assertThat(mentions).extracting(m -> m.tone().score()).containsOnly(1.0);
    }

    @Test
    void namesCountWhereTheFeedTagsNothing() {
        assertThat(READER.read(item("Apple shares rally")))
                .extracting(NewsMention::symbol)
                .containsExactly("AAPL");
        assertThat(READER.read(item("Shares rally"))).isEmpty();
        assertThat(READER.read(item("Apple shares rally", "SPY")))
                .extracting(NewsMention::symbol)
                .containsExactly("SPY");
    }

    @Test
    void aToneThatIsNotUnderstoodIsMissing() {
        assertThat(READER.read(item("Chairman speaks", "SPY")).get(0).tone()).isNull();
    }
}

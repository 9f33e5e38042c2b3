package io.huihui.benchmarks.evaluate.media;

import io.huihui.simulator.SymbolProfile;
import io.huihui.simulator.news.Headlines;
import io.huihui.text.media.MarketLanguage;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** What the suite for speech claims of its headlines. */
class SpokenHeadlinesTest {

    private static final int SYMBOLS = 12;

    @Test
    void tickersAreNamesAndMarksAreNotSaid() {
        assertThat(SpokenHeadlines.words("LLY lowers full-year guidance, margins shrink"))
                .containsExactly(
                        "eli", "lilly", "lowers", "full", "year", "guidance", "margins", "shrink");
    }

    @Test
    void everyWordIsKnownAndNoHeadlineIsAmongTheSentences() {
        MarketLanguage language = MarketLanguage.bundled();
        Set<List<String>> sentences = new HashSet<>(language.sentences());
        for (String template : Headlines.templates()) {
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                String headline = template.replace("%s", SymbolProfile.of(symbol).symbol());
                List<String> words = SpokenHeadlines.words(headline);

                assertThat(language.words()).as(headline).containsAll(words);
                assertThat(sentences).doesNotContain(words);
            }
        }
    }
}

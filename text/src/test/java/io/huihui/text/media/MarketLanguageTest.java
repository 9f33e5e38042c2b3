package io.huihui.text.media;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class MarketLanguageTest {

    @Test
    void theBundledLanguageHasSentencesAndWordsBesideThem() {
        MarketLanguage language = MarketLanguage.bundled();

        assertThat(language.sentences()).hasSizeGreaterThan(200);
        assertThat(language.words()).contains("nvidia", "gamma", "percent", "bank's");
        assertThat(language.words()).allMatch(word -> word.matches("[a-z']+"));
        assertThat(language.words()).containsAll(language.sounds().keySet());
    }

    @Test
    void moreWordsCanBeHeardThanItsOwn() {
        MarketLanguage language = BigramLanguages.of("fed holds").with(List.of("zillow"));

        assertThat(language.words()).containsExactly("fed", "holds", "zillow");
        assertThat(BigramModel.of(language).probability("fed", "zillow")).isPositive();
    }
}

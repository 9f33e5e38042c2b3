package io.huihui.models.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

    @Test
    void signsInsideAWordStayAndOthersSeparate() {
        assertThat(Words.of("M&A won\u2019t lift Q3 sales (3.5%, $1,200) - pre-market."))
                .containsExactly(
                        "m&a",
                        "won't",
                        "lift",
                        "q3",
                        "sales",
                        "3.5",
                        "%",
                        "$",
                        "1,200",
                        "pre-market");
    }

    @Test
    void textWithoutLettersHasNoWords() {
        assertThat(Words.of(" ... -- ,' ")).isEmpty();
    }
}

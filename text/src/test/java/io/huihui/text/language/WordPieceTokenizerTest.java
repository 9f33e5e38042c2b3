package io.huihui.text.language;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.InputStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Golden numbers from the reference tokenizer (Hugging Face tokenizers 0.22) on the same file. */
class WordPieceTokenizerTest {

    private static WordPieceVocabulary vocabulary;

    @BeforeAll
    static void read() throws Exception {
        try (InputStream file =
                WordPieceTokenizerTest.class.getResourceAsStream(
                        "/all-minilm-l6-v2-q-tokenizer.json")) {
            vocabulary = WordPieceVocabulary.read(file);
        }
    }

    @Test
    void plainWords() {
        assertThat(encode("Operating profit rose to EUR 13.1 mn from EUR 8.7 mn."))
                .containsExactly(
                        101, 4082, 5618, 3123, 2000, 7327, 2099, 2410, 1012, 1015, 24098, 2013,
                        7327, 2099, 1022, 1012, 1021, 24098, 1012, 102);
    }

    @Test
    void accentsAndCase() {
        assertThat(encode("Nokian Renkaat's caf\u00e9 M\u00dcLLER na\u00efve"))
                .containsExactly(
                        101, 22098, 2078, 14916, 2912, 4017, 1005, 1055, 7668, 12304, 15743, 102);
    }

    @Test
    void signsAndRareWords() {
        assertThat(
                        encode(
                                "$AAPL +3.5% \u2018unbelievable\u2019 \u2014 pre-market;"
                                        + " cryptoquantification \u4e2d\u6587"))
                .containsExactly(
                        101, 1002, 9779, 24759, 1009, 1017, 1012, 1019, 1003, 1520, 23653, 1521,
                        1517, 3653, 1011, 3006, 1025, 19888, 2080, 16211, 16778, 10803, 1746, 1861,
                        102);
    }

    @Test
    void unknownLetters() {
        assertThat(encode("price \u2603 up \ua66e\u0007x"))
                .containsExactly(101, 3976, 100, 2039, 100, 102);
    }

    @Test
    void cutsAtTheLimitAndKeepsTheEndMark() {
        long[] encoded =
                new WordPieceTokenizer(vocabulary, 5).encode("profits rose in every quarter");

        assertThat(encoded).hasSize(5).startsWith(101).endsWith(102);
    }

    private static long[] encode(String text) {
        return new WordPieceTokenizer(vocabulary, 128).encode(text);
    }
}

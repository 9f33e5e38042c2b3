package io.huihui.text.language;

import io.huihui.models.Require;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** The word pieces of a BERT vocabulary and their numbers. */
final class WordPieceVocabulary {

    private static final String VOCABULARY = "vocab";

    private final Map<String, Integer> numbers;

    WordPieceVocabulary(Map<String, Integer> numbers) {
        this.numbers = Map.copyOf(numbers);
        for (String special : new String[] {"[CLS]", "[SEP]", "[UNK]"}) {
            Require.that(
                    numbers.containsKey(special),
                    "a vocabulary with " + special,
                    numbers.size() + " pieces without it");
        }
    }

    /** Reads the {@code vocab} object of a {@code tokenizer.json} file. */
    static WordPieceVocabulary read(InputStream tokenizerJson) throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(tokenizerJson)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME
                        && VOCABULARY.equals(parser.currentName())) {
                    parser.nextToken();
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        String piece = parser.currentName();
                        parser.nextToken();
                        numbers.put(piece, parser.getIntValue());
                    }
                }
            }
        }
        return new WordPieceVocabulary(numbers);
    }

    /** Returns the number of a piece; -1 when the vocabulary does not have it. */
    int find(String piece) {
        return numbers.getOrDefault(piece, -1);
    }

    /** Returns the number of a piece that must be there. */
    int of(String piece) {
        return numbers.get(piece);
    }
}

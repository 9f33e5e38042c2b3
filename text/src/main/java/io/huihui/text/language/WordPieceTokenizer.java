package io.huihui.text.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a text into the word pieces of an uncased BERT vocabulary: lower case, accents off, every
 * punctuation mark a word of its own, then the longest pieces from the left.
 *
 * <p>Reference: Devlin et al., "BERT", NAACL 2019; its {@code BasicTokenizer} and {@code
 * WordpieceTokenizer}.
 */
final class WordPieceTokenizer {

    /** A longer word is unknown, as in the reference. */
    private static final int LONGEST_WORD = 100;

    private final WordPieceVocabulary vocabulary;
    private final int mostPieces;
    private final int unknown;

    /**
     * @param mostPieces pieces of one text, begin and end included; what is beyond is cut off
     */
    WordPieceTokenizer(WordPieceVocabulary vocabulary, int mostPieces) {
        this.vocabulary = vocabulary;
        this.mostPieces = mostPieces;
        this.unknown = vocabulary.of("[UNK]");
    }

    /** Returns the numbers of the pieces, begin and end marks included. */
    long[] encode(String text) {
        List<Integer> pieces = new ArrayList<>();
        for (String word : words(text)) {
            addPieces(word, pieces);
            if (pieces.size() >= mostPieces - 2) {
                break;
            }
        }
        int count = Math.min(pieces.size(), mostPieces - 2);
        long[] encoded = new long[count + 2];
        encoded[0] = vocabulary.of("[CLS]");
        for (int i = 0; i < count; i++) {
            encoded[i + 1] = pieces.get(i);
        }
        encoded[count + 1] = vocabulary.of("[SEP]");
        return encoded;
    }

    /** Returns the words and punctuation marks of a text, normalised. */
    static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        plain.codePoints()
                .forEach(
                        point -> {
                            if (isDropped(point)) {
                                return;
                            }
                            if (isSpace(point)) {
                                flush(word, words);
                            } else if (isPunctuation(point) || isIdeograph(point)) {
                                flush(word, words);
                                words.add(Character.toString(point));
                            } else {
                                word.appendCodePoint(point);
                            }
                        });
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point)
                || Character.getType(point) == Character.SPACE_SEPARATOR;
    }

    private static boolean isDropped(int point) {
        int type = Character.getType(point);
        return point == 0
                || point == 0xFFFD
                || type == Character.NON_SPACING_MARK
                || ((type == Character.CONTROL || type == Character.FORMAT)
                        && !Character.isWhitespace(point));
    }

    private static boolean isPunctuation(int point) {
        if (point < 128) {
            // Also signs such as $ and +, which Unicode calls symbols.
            return point > ' ' && point < 127 && !Character.isLetterOrDigit(point);
        }
        int type = Character.getType(point);
        return type == Character.CONNECTOR_PUNCTUATION
                || type == Character.DASH_PUNCTUATION
                || type == Character.START_PUNCTUATION
                || type == Character.END_PUNCTUATION
                || type == Character.INITIAL_QUOTE_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || type == Character.OTHER_PUNCTUATION;
    }

    private static boolean isIdeograph(int point) {
        return Character.isIdeographic(point);
    }

    private void addPieces(String word, List<Integer> pieces) {
        int before = pieces.size();
        int start = 0;
        boolean known = word.codePointCount(0, word.length()) <= LONGEST_WORD;
        while (known && start < word.length()) {
            int end = word.length();
            int piece = -1;
            while (end > start && piece < 0) {
                String part = word.substring(start, end);
                piece = vocabulary.find(start == 0 ? part : "##" + part);
                end -= piece < 0 ? 1 : 0;
            }
            known = piece >= 0;
            if (known) {
                pieces.add(piece);
                start = end;
            }
        }
        if (!known) {
            pieces.subList(before, pieces.size()).clear();
            pieces.add(unknown);
        }
    }
}

package io.huihui.models.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits texts into words. */
public final class Words {

    private Words() {}

    /**
     * Returns the words of a text in lower case and in order. A word is letters and digits; an
     * apostrophe, a dot, a comma, an ampersand or a hyphen belongs to it when both neighbours are
     * letters or digits, so {@code won't}, {@code 3.5} and {@code M&A} stay whole. A percent or
     * currency sign is a word of its own; other signs only separate.
     */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        String plain = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        int start = -1;
        for (int i = 0; i <= plain.length(); i++) {
            boolean inside = i < plain.length() && (isPart(plain, i) || joins(plain, i, start));
            if (inside && start < 0) {
                start = i;
            } else if (!inside) {
                if (start >= 0) {
                    words.add(plain.substring(start, i));
                    start = -1;
                }
                if (i < plain.length() && isSign(plain.charAt(i))) {
                    words.add(plain.substring(i, i + 1));
                }
            }
        }
        return words;
    }

    private static boolean isPart(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at));
    }

    private static boolean joins(String text, int at, int start) {
        char sign = text.charAt(at);
        return start >= 0
                && (sign == '\'' || sign == '.' || sign == ',' || sign == '&' || sign == '-')
                && isPart(text, at - 1)
                && at + 1 < text.length()
                && isPart(text, at + 1);
    }

    private static boolean isSign(char sign) {
        return sign == '%' || sign == '$' || sign == '\u20ac' || sign == '\u00a3';
    }
}

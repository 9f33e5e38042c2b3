package io.huihui.models.expert.sentiment.narrative;

import io.huihui.models.text.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a headline that tell what it is about. */
public final class TopicWords {

    private static final int SHORTEST = 3;

    /** Grammar and newsroom habits: they stand in every headline. Our own list. */
    private static final Set<String> EMPTY =
            Set.of(
                    ("a about after again against all also am amid an and any are as at back be"
                                    + " because been before being best between big both but by can can't could"
                                    + " day days did do does doing don't down during each even ever few first"
                                    + " for from further get gets go going had has have having he her here"
                                    + " here's him his how i i'm if in into is it it's its just know last less"
                                    + " like made make makes many may me might more most much must my need new"
                                    + " next no nor not now of off on once one only or other our out over own"
                                    + " part per put report reports said say says see seen set she should"
                                    + " since so some still such take takes than that that's the their them"
                                    + " then there these they this those through time to today too top two"
                                    + " under until up update us very want was way we week well were what"
                                    + " what's when where which while who why will with won't would year years"
                                    + " yet you your")
                            .split(" "));

    private TopicWords() {}

    /** Returns the words, each once, in their order, endings of plurals and times taken off. */
    public static List<String> of(String text, Set<String> names) {
        List<String> kept = new ArrayList<>();
        for (String word : Words.of(text)) {
            String plain = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
            if (plain.length() < SHORTEST
                    || Character.isDigit(plain.charAt(0))
                    || EMPTY.contains(plain)
                    || names.contains(plain.toUpperCase(Locale.ROOT))) {
                continue;
            }
            String stem = stem(plain);
            if (!kept.contains(stem)) {
                kept.add(stem);
            }
        }
        return kept;
    }

    /** A light stem: enough that {@code rate} and {@code rates} are one. */
    private static String stem(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is")) {
            return word.substring(0, word.length() - 1);
        }
        return word;
    }
}

package io.huihui.models.expert.sentiment;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Scores a headline by counting words that are good or bad for a price. The lists are our own and
 * short on purpose: a baseline, not a claim. A negation within the three words before turns a
 * word's sign; a hedge halves it.
 */
public final class Lexicon {

    private static final Set<String> GOOD =
            Set.of(
                    "beat",
                    "beats",
                    "surge",
                    "surges",
                    "surged",
                    "rally",
                    "rallies",
                    "rallied",
                    "gain",
                    "gains",
                    "gained",
                    "upgrade",
                    "upgrades",
                    "upgraded",
                    "record",
                    "strong",
                    "stronger",
                    "strength",
                    "growth",
                    "grows",
                    "profit",
                    "profits",
                    "raises",
                    "raised",
                    "outperform",
                    "outperforms",
                    "bullish",
                    "optimistic",
                    "soar",
                    "soars",
                    "soared",
                    "jump",
                    "jumps",
                    "jumped",
                    "rise",
                    "rises",
                    "rose",
                    "higher",
                    "approval",
                    "approved",
                    "wins",
                    "won",
                    "rebound",
                    "rebounds",
                    "recovery",
                    "expands",
                    "boost",
                    "boosts",
                    "boosted",
                    "buyback",
                    "exceeds",
                    "exceeded",
                    "upbeat",
                    "easing");

    private static final Set<String> BAD =
            Set.of(
                    "miss",
                    "misses",
                    "missed",
                    "plunge",
                    "plunges",
                    "plunged",
                    "slump",
                    "slumps",
                    "loss",
                    "losses",
                    "downgrade",
                    "downgrades",
                    "downgraded",
                    "weak",
                    "weaker",
                    "weakness",
                    "decline",
                    "declines",
                    "declined",
                    "cuts",
                    "cut",
                    "lowers",
                    "lowered",
                    "underperform",
                    "bearish",
                    "pessimistic",
                    "crash",
                    "crashes",
                    "crashed",
                    "fall",
                    "falls",
                    "fell",
                    "lower",
                    "lawsuit",
                    "probe",
                    "fraud",
                    "bankruptcy",
                    "default",
                    "defaults",
                    "recall",
                    "recalls",
                    "layoffs",
                    "warning",
                    "warns",
                    "warned",
                    "selloff",
                    "fear",
                    "fears",
                    "recession",
                    "tumble",
                    "tumbles",
                    "tumbled",
                    "drop",
                    "drops",
                    "dropped",
                    "halts",
                    "halted",
                    "downbeat",
                    "tightening");

    private static final Set<String> NEGATIONS =
            Set.of("not", "no", "never", "without", "fails", "failed", "denies", "isn't", "won't");

    private static final Set<String> HEDGES =
            Set.of("may", "might", "could", "possibly", "reportedly", "rumored", "likely");

    /** How many words back a negation or a hedge is looked for. */
    private static final int REACH_WORDS = 3;

    private static final double HEDGE_FACTOR = 0.5;

    private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z']+");

    private Lexicon() {}

    /** Returns (good - bad) / (good + bad), -1..1; null when no word of the lists occurs. */
    public static Double score(String text) {
        String[] words = NOT_A_WORD.split(text.toLowerCase(Locale.ROOT));
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < words.length; i++) {
            int sign = GOOD.contains(words[i]) ? 1 : BAD.contains(words[i]) ? -1 : 0;
            if (sign != 0) {
                sum += sign * factor(words, i);
                weight++;
            }
        }
        return weight == 0 ? null : sum / weight;
    }

    private static double factor(String[] words, int at) {
        double factor = 1;
        for (int i = Math.max(0, at - REACH_WORDS); i < at; i++) {
            if (NEGATIONS.contains(words[i])) {
                factor = -factor;
            } else if (HEDGES.contains(words[i])) {
                factor *= HEDGE_FACTOR;
            }
        }
        return factor;
    }
}

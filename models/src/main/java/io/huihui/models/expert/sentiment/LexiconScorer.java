package io.huihui.models.expert.sentiment;

/** The transparent fallback: the word lists of {@link Lexicon}. */
public final class LexiconScorer implements HeadlineScorer {

    private static final long serialVersionUID = 1L;

    public static final String VERSION = "lexicon/1";

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public Tone score(String text) {
        Double score = Lexicon.score(text);
        return score == null
                ? null
                : new Tone(Math.max(0, -score), 1 - Math.abs(score), Math.max(0, score));
    }
}

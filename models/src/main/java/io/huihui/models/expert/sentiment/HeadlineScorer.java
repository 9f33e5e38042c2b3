package io.huihui.models.expert.sentiment;

import java.io.Serializable;

/** Reads the tone of a text. The same text always gets the same answer. */
public interface HeadlineScorer extends Serializable {

    /** Name and version of what reads. */
    String version();

    /** Returns the tone of a text; null when it says nothing this scorer understands. */
    Tone score(String text);
}

package io.huihui.models.text;

import io.huihui.models.Require;

/** A sentence and what a person said of it. */
public record LabelledSentence(String text, ToneLabel label) {

    public LabelledSentence {
        Require.text("text", text);
        Require.present("label", label);
    }

    /**
     * Returns the sentence of a line {@code text@label}, the form of the Financial PhraseBank.
     *
     * @throws io.huihui.models.InvalidRecordException when the line has another form
     */
    public static LabelledSentence parse(String line) {
        int at = line.lastIndexOf('@');
        Require.that(at > 0, "a line `sentence@label`", "`" + line + "`");
        String label = line.substring(at + 1).trim();
        for (ToneLabel known : ToneLabel.values()) {
            if (known.name().equalsIgnoreCase(label)) {
                return new LabelledSentence(line.substring(0, at).trim(), known);
            }
        }
        throw Require.violated("a label negative, neutral or positive", "`" + label + "`");
    }
}

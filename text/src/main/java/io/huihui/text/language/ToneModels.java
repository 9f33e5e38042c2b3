package io.huihui.text.language;

import io.huihui.models.text.SentenceModel;

import java.util.List;

/** Which sentence models tone is read with. */
public final class ToneModels {

    private ToneModels() {}

    /** Returns the model a full tone classifier is trained with and needs. */
    public static SentenceModel sentenceModel() {
        return new JoinedModel(
                List.of(
                        OnnxSentenceModel.load(BundledModel.E5_SMALL),
                        OnnxSentenceModel.load(BundledModel.BGE_SMALL)));
    }
}

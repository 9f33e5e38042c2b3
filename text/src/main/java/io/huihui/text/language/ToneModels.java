package io.huihui.text.language;

import io.huihui.models.text.SentenceModel;

import java.util.List;

/** Which sentence models tone is read with. */
public final class ToneModels {

    /** Half of the layers: training more of them reads no better (decision 0281). */
    private static final int CUT = 6;

    private ToneModels() {}

    /** Returns the model a full tone classifier is trained with and needs. */
    public static SentenceModel sentenceModel() {
        return new JoinedModel(
                List.of(
                        OnnxSentenceModel.load(BundledModel.E5_SMALL),
                        OnnxSentenceModel.load(BundledModel.BGE_SMALL)));
    }

    /** Returns the layers that stay as they are when those above are trained to read tone. */
    public static LowerLayers lowerLayers() {
        return LowerLayers.load(BundledModel.E5_SMALL, CUT);
    }
}

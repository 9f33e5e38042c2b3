package io.huihui.text.language;

import io.huihui.models.text.SentenceModel;

import java.util.List;
import java.util.stream.Collectors;

/** Several sentence models side by side: their vectors one after the other. */
public final class JoinedModel implements SentenceModel {

    private final List<SentenceModel> models;

    public JoinedModel(List<SentenceModel> models) {
        this.models = List.copyOf(models);
    }

    @Override
    public String version() {
        return models.stream().map(SentenceModel::version).collect(Collectors.joining("+"));
    }

    @Override
    public int dimension() {
        return models.stream().mapToInt(SentenceModel::dimension).sum();
    }

    @Override
    public float[] embed(String text) {
        float[] joined = new float[dimension()];
        int at = 0;
        for (SentenceModel model : models) {
            float[] one = model.embed(text);
            System.arraycopy(one, 0, joined, at, one.length);
            at += one.length;
        }
        return joined;
    }
}

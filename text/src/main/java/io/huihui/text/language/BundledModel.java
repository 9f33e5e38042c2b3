package io.huihui.text.language;

/** The sentence models whose weights come as artifacts; all read uncased English word pieces. */
public enum BundledModel {
    /**
     * Six layers; the quickest. Apache-2.0.
     *
     * <p>Reference: Wang et al., "MiniLM: deep self-attention distillation", NeurIPS 2020.
     */
    MINILM(
            "all-MiniLM-L6-v2-q/1",
            "/all-minilm-l6-v2-q.onnx",
            "/all-minilm-l6-v2-q-tokenizer.json",
            ""),
    /**
     * Twelve layers; the best on tone. It wants to be told that a text is a query. MIT.
     *
     * <p>Reference: Wang et al., "Text embeddings by weakly-supervised contrastive pre-training",
     * 2022.
     */
    E5_SMALL("e5-small-v2-q/1", "/e5-small-v2-q.onnx", "/e5-small-v2-q-tokenizer.json", "query: "),
    /**
     * Twelve layers. MIT.
     *
     * <p>Reference: Xiao et al., "C-Pack: packed resources for general Chinese embeddings", 2023.
     */
    BGE_SMALL(
            "bge-small-en-v1.5-q/1",
            "/bge-small-en-v1.5-q.onnx",
            "/bge-small-en-v1.5-q-tokenizer.json",
            "");

    /** Numbers of a vector, in all of them. */
    static final int WIDTH = 384;

    private final String version;
    private final String weights;
    private final String tokenizer;
    private final String prefix;

    BundledModel(String version, String weights, String tokenizer, String prefix) {
        this.version = version;
        this.weights = weights;
        this.tokenizer = tokenizer;
        this.prefix = prefix;
    }

    String version() {
        return version;
    }

    /** Resource with the weights. */
    String weights() {
        return weights;
    }

    /** Resource with the word pieces. */
    String tokenizer() {
        return tokenizer;
    }

    /** What the model wants before a text. */
    String prefix() {
        return prefix;
    }
}

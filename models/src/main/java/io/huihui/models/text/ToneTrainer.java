package io.huihui.models.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trains a {@link ToneClassifier}: ridge regression on the labels in the space of two kernels,
 * hashed features and meaning. How much each kernel weighs and how strong the ridge is is chosen by
 * cross validation inside the sentences given, and so is the calibration; nothing else is looked
 * at.
 *
 * <p>Reference: Saunders, Gammerman, Vovk, "Ridge regression learning algorithm in dual variables",
 * ICML 1998; Rifkin, Lippert, "Notes on regularized least squares", MIT 2007.
 */
public final class ToneTrainer {

    private static final int FOLDS = 5;

    private static final double[] LAMBDAS = {0.3, 1, 3};

    /** Weights of meaning beside features, whose four groups weigh 1 each. */
    private static final double[] MEANING_WEIGHTS = {3, 8};

    private final SentenceModel model;

    /** What was learned of one choice of weight and ridge. */
    private record Trial(
            double meaningWeight, double lambda, SoftmaxCalibration calibration, double logLoss) {}

    /**
     * @param model null to train on hashed features alone
     */
    public ToneTrainer(SentenceModel model) {
        this.model = model;
    }

    /** Returns the vectors of the sentences; null without a sentence model. */
    public float[][] embed(List<LabelledSentence> sentences) {
        return model == null
                ? null
                : sentences.stream()
                        .map(sentence -> model.embed(sentence.text()))
                        .toArray(float[][]::new);
    }

    /** Returns the classifier of the sentences. */
    public ToneClassifier train(List<LabelledSentence> sentences) {
        return train(sentences, embed(sentences));
    }

    /** Returns the classifier of the sentences, whose vectors {@link #embed} has made. */
    public ToneClassifier train(List<LabelledSentence> sentences, float[][] embeddings) {
        List<SentenceFeatures> features = new ArrayList<>();
        sentences.forEach(sentence -> features.add(SentenceFeatures.of(sentence.text())));
        SentenceWeights weights = SentenceWeights.learn(features);
        List<SparseVector> vectors = features.stream().map(weights::vector).toList();
        int[] labels = sentences.stream().mapToInt(s -> s.label().ordinal()).toArray();
        double[][] targets = targets(labels, priors(labels));
        float[][] linear = Gram.linear(vectors);
        Standardisation scale = null;
        float[][] centres = null;
        float[][] alike = null;
        if (embeddings != null) {
            scale = Standardisation.learn(embeddings);
            centres = Arrays.stream(embeddings).map(scale::apply).toArray(float[][]::new);
            alike = Gram.gaussian(centres);
        }
        Trial best = null;
        for (double weight : embeddings == null ? new double[] {0} : MEANING_WEIGHTS) {
            float[][] gram = sum(linear, alike, weight);
            for (double lambda : LAMBDAS) {
                Trial trial = attempt(gram, weight, lambda, labels, targets);
                if (best == null || trial.logLoss() < best.logLoss()) {
                    best = trial;
                }
            }
        }
        int[] all = new int[labels.length];
        Arrays.setAll(all, i -> i);
        double[][] coefficients =
                RidgeSolver.solve(
                        sum(linear, alike, best.meaningWeight()), all, best.lambda(), targets);
        MeaningPart meaning =
                embeddings == null
                        ? null
                        : new MeaningPart(
                                model.version(),
                                scale,
                                centres,
                                scaled(coefficients, best.meaningWeight()));
        return new ToneClassifier(
                weights, primal(vectors, coefficients), meaning, best.calibration());
    }

    private static double[] priors(int[] labels) {
        double[] priors = new double[ToneLabel.values().length];
        for (int label : labels) {
            priors[label] += 1.0 / labels.length;
        }
        return priors;
    }

    private static double[][] targets(int[] labels, double[] priors) {
        double[][] targets = new double[priors.length][labels.length];
        for (int k = 0; k < priors.length; k++) {
            for (int i = 0; i < labels.length; i++) {
                targets[k][i] = (labels[i] == k ? 1 : 0) - priors[k];
            }
        }
        return targets;
    }

    private static float[][] sum(float[][] linear, float[][] alike, double weight) {
        if (alike == null) {
            return linear;
        }
        float[][] sum = new float[linear.length][linear.length];
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[i][j] = linear[i][j] + (float) weight * alike[i][j];
            }
        }
        return sum;
    }

    /** Scores every sentence by those of the other folds, and calibrates these scores. */
    private static Trial attempt(
            float[][] gram, double weight, double lambda, int[] labels, double[][] targets) {
        int n = labels.length;
        double[][] scores = new double[targets.length][n];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            int[] used =
                    java.util.stream.IntStream.range(0, n).filter(i -> i % FOLDS != left).toArray();
            double[][] coefficients = RidgeSolver.solve(gram, used, lambda, targets);
            for (int i = fold; i < n; i += FOLDS) {
                for (int k = 0; k < scores.length; k++) {
                    scores[k][i] = RidgeSolver.product(gram[i], coefficients[k]);
                }
            }
        }
        SoftmaxCalibration calibration = SoftmaxCalibration.fit(scores, labels);
        return new Trial(weight, lambda, calibration, calibration.logLoss(scores, labels));
    }

    private static float[][] scaled(double[][] coefficients, double factor) {
        float[][] scaled = new float[coefficients.length][coefficients[0].length];
        for (int k = 0; k < scaled.length; k++) {
            for (int i = 0; i < scaled[k].length; i++) {
                scaled[k][i] = (float) (factor * coefficients[k][i]);
            }
        }
        return scaled;
    }

    private static float[][] primal(List<SparseVector> vectors, double[][] coefficients) {
        float[][] primal = new float[coefficients.length][SentenceWeights.DIMENSION];
        for (int k = 0; k < coefficients.length; k++) {
            for (int row = 0; row < vectors.size(); row++) {
                SparseVector vector = vectors.get(row);
                for (int i = 0; i < vector.size(); i++) {
                    primal[k][vector.index(i)] += (float) coefficients[k][row] * vector.value(i);
                }
            }
        }
        return primal;
    }
}

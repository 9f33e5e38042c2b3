package io.huihui.network;

import io.huihui.models.Require;
import io.huihui.models.learner.DenseLayer;
import io.huihui.models.text.EncoderLayer;
import io.huihui.models.text.PieceStates;
import io.huihui.models.text.ToneEncoder;
import io.huihui.models.text.ToneLabel;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.AdamW;
import ai.djl.training.tracker.ParameterTracker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Trains the upper layers of a sentence model, and scores on the mean of their pieces, to read
 * tone. The same sentences and settings give the same layers on one machine.
 *
 * <p>Reference: Howard, Ruder, "Universal language model fine-tuning for text classification", ACL
 * 2018; Loshchilov, Hutter, "Decoupled weight decay regularization", ICLR 2019.
 */
public final class ToneTuner {

    private static final double HEAD_SPREAD = 0.02;
    private static final double WARM_UP = 0.1;

    /** How far a length may be taken for another when sentences of like length are put together. */
    private static final double LENGTH_JITTER = 0.15;

    private final ToneTuning settings;
    private final Loss loss = Loss.softmaxCrossEntropyLoss();

    public ToneTuner(ToneTuning settings) {
        this.settings = Require.present("settings", settings);
    }

    /**
     * Returns the trained layers.
     *
     * @param lowerVersion what made the states
     * @param layers where training begins
     * @param texts states below those layers
     * @param labels of the texts
     */
    public ToneEncoder tune(
            String lowerVersion,
            List<EncoderLayer> layers,
            List<PieceStates> texts,
            List<ToneLabel> labels,
            Consumer<String> progress) {
        Require.that(
                texts.size() == labels.size() && !texts.isEmpty(),
                "a label for each text",
                () -> texts.size() + " texts, " + labels.size() + " labels");
        Engine engine = PyTorch.engine(Runtime.getRuntime().availableProcessors());
        engine.setRandomSeed((int) settings.seed());
        Random random = new Random(settings.seed());
        int width = layers.get(0).width();
        try (Model model =
                Model.newInstance(lowerVersion, PyTorch.device(settings.device()), PyTorch.NAME)) {
            ToneBlock block = new ToneBlock(layers, settings.dropout());
            model.setBlock(block);
            int steps = settings.epochs() * batches(texts.size());
            try (Trainer trainer = model.newTrainer(config(block, steps))) {
                trainer.initialize(
                        new Shape(1, 2, width), new Shape(1, 1, 1, 2), new Shape(1, 1, 2));
                block.take(new ToneEncoder(lowerVersion, layers, head(width, random)));
                for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
                    double nats = 0;
                    List<List<Integer>> order = order(texts, random);
                    for (List<Integer> chosen : order) {
                        nats += step(trainer, texts, labels, chosen) / order.size();
                    }
                    progress.accept(
                            String.format(
                                    Locale.ROOT,
                                    "epoch %d of %d: %.3f nats",
                                    epoch,
                                    settings.epochs(),
                                    nats));
                }
                return block.encoder(lowerVersion);
            }
        }
    }

    private int batches(int texts) {
        return (texts + settings.batch() - 1) / settings.batch();
    }

    private static DenseLayer head(int width, Random random) {
        int labels = ToneLabel.values().length;
        float[] weights = new float[width * labels];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (HEAD_SPREAD * random.nextGaussian());
        }
        return new DenseLayer(width, weights, new float[labels]);
    }

    private DefaultTrainingConfig config(ToneBlock block, int steps) {
        Set<String> fresh = new HashSet<>(block.newParameters());
        ParameterTracker rate =
                (parameter, step) -> (float) (base(fresh.contains(parameter)) * share(step, steps));
        return new DefaultTrainingConfig(loss)
                .optOptimizer(
                        AdamW.builder()
                                .optLearningRateTracker(rate)
                                .optWeightDecays(settings.decay())
                                .optBeta2(0.98f)
                                .optEpsilon(1e-6f)
                                .build())
                .optDevices(new ai.djl.Device[] {PyTorch.device(settings.device())});
    }

    private double base(boolean fresh) {
        return fresh ? settings.headRate() : settings.rate();
    }

    /** Share of the rate at a step, from 1 on. */
    private static double share(int step, int steps) {
        return Math.min(step / (WARM_UP * steps), (steps + 1 - step) / ((1 - WARM_UP) * steps));
    }

    /** Returns batches of sentences of like length, in an order by chance. */
    private List<List<Integer>> order(List<PieceStates> texts, Random random) {
        List<Integer> all = new ArrayList<>();
        double[] length = new double[texts.size()];
        for (int i = 0; i < length.length; i++) {
            all.add(i);
            double jitter = LENGTH_JITTER * (2 * random.nextDouble() - 1);
            length[i] = texts.get(i).pieces() * (1 + jitter);
        }
        all.sort(Comparator.comparingDouble(i -> length[i]));
        List<List<Integer>> batches = new ArrayList<>();
        for (int first = 0; first < length.length; first += settings.batch()) {
            int last = Math.min(length.length, first + settings.batch());
            batches.add(all.subList(first, last));
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private double step(
            Trainer trainer,
            List<PieceStates> texts,
            List<ToneLabel> labels,
            List<Integer> chosen) {
        float[] right = new float[chosen.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = labels.get(chosen.get(i)).ordinal();
        }
        // A manager of its own per step: with the trainer's, natives grow until the end.
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDList inputs = ToneBatch.of(manager, chosen.stream().map(texts::get).toList());
            inputs.attach(manager);
            double nats;
            try (GradientCollector gradients = trainer.newGradientCollector()) {
                NDList scores = trainer.forward(inputs);
                NDArray value = loss.evaluate(new NDList(manager.create(right)), scores);
                gradients.backward(value);
                value.attach(manager);
                scores.attach(manager);
                nats = value.getFloat();
            }
            trainer.step();
            return nats;
        }
    }
}

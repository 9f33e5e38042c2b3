package io.huihui.network;

import io.huihui.models.Require;
import io.huihui.models.gate.GateInputs;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.models.gate.InputScale;
import io.huihui.models.learner.DenseLayer;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Fits a gating network: the worth of evidence that makes the pooled probability of what happened
 * large, in the mean of its logarithm over the horizons. Of all epochs the one is kept that does
 * best on examples which no step has seen.
 *
 * <p>The same examples and settings give the same network on one machine.
 *
 * <p>Reference: Jacobs, Jordan, Nowlan, Hinton, "Adaptive mixtures of local experts", Neural
 * Computation 3, 1991, equation 1.3.
 */
public final class GateTrainer {

    private static final int EVALUATED_AT_ONCE = 4_096;

    private final GateTraining settings;

    public GateTrainer(GateTraining settings) {
        this.settings = Require.present("settings", settings);
    }

    /**
     * A fitted network.
     *
     * @param heldNats mean of -ln(pooled probability of what happened) on the examples to choose by
     */
    public record Fitted(GateNetworkModel model, double heldNats) {}

    /**
     * Returns the network that does best on {@code held}.
     *
     * @param fit examples to learn from
     * @param held examples to choose by, of other sessions than those
     */
    public Fitted fit(String version, GateRows fit, GateRows held, Consumer<String> progress) {
        Require.that(fit.size() > 0 && held.size() > 0, "examples to fit and to choose by", "none");
        InputScale scale = GateScale.of(fit);
        Engine engine = PyTorch.engine();
        engine.setRandomSeed((int) settings.seed());
        try (Model model =
                Model.newInstance(version, PyTorch.device(settings.device()), PyTorch.NAME)) {
            List<Integer> widths = new ArrayList<>(settings.hidden());
            widths.add(GateRows.EXPERTS);
            SequentialBlock block = PyTorch.block(widths);
            model.setBlock(block);
            try (Trainer trainer = model.newTrainer(config())) {
                trainer.initialize(new Shape(1, scale.size()));
                List<DenseLayer> layers = new ArrayList<>();
                double nats = best(trainer, block, fit, held, scale, progress, layers);
                return new Fitted(
                        new GateNetworkModel(version, GateInputs.all(), scale, layers), nats);
            }
        }
    }

    private DefaultTrainingConfig config() {
        // The loss is computed by hand below; DJL wants one to be named.
        return new DefaultTrainingConfig(Loss.l2Loss())
                .optOptimizer(
                        Optimizer.adam()
                                .optLearningRateTracker(Tracker.fixed(settings.rate()))
                                .optWeightDecays(settings.decay())
                                .build())
                .optInitializer(new XavierInitializer(), Parameter.Type.WEIGHT)
                .optDevices(new ai.djl.Device[] {PyTorch.device(settings.device())});
    }

    /** Fills {@code best} with the layers of the best epoch and returns their loss, nats. */
    private double best(
            Trainer trainer,
            SequentialBlock block,
            GateRows fit,
            GateRows held,
            InputScale scale,
            Consumer<String> progress,
            List<DenseLayer> best) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        int[] order = new int[fit.size()];
        Arrays.setAll(order, i -> i);
        best.addAll(PyTorch.layers(block));
        double bestLoss = loss(trainer, held, scale);
        progress.accept(String.format(Locale.ROOT, "before: %.5f nats held out", bestLoss));
        int worse = 0;
        for (int epoch = 1; epoch <= settings.epochs() && worse < settings.patience(); epoch++) {
            shuffle(order, random);
            for (int first = 0; first < order.length; first += settings.batch()) {
                int last = Math.min(order.length, first + settings.batch());
                step(trainer, fit, scale, Arrays.copyOfRange(order, first, last));
            }
            double loss = loss(trainer, held, scale);
            worse = loss < bestLoss ? 0 : worse + 1;
            if (loss < bestLoss) {
                bestLoss = loss;
                best.clear();
                best.addAll(PyTorch.layers(block));
            }
            progress.accept(
                    String.format(Locale.ROOT, "epoch %d: %.5f nats held out", epoch, loss));
        }
        return bestLoss;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private void step(Trainer trainer, GateRows rows, InputScale scale, int[] chosen) {
        // A manager of its own per step: with the trainer's, natives grow until the end.
        try (NDManager manager = trainer.getManager().newSubManager()) {
            GateBatch batch = GateBatch.of(manager, rows, scale, chosen);
            try (GradientCollector gradients = trainer.newGradientCollector()) {
                NDArray logits = trainer.forward(new NDList(batch.inputs())).singletonOrThrow();
                NDArray loss = batch.loss(logits, settings.pull());
                gradients.backward(loss);
                loss.attach(manager);
                logits.attach(manager);
            }
            trainer.step();
        }
    }

    /** Mean loss in nats, without the pull to equal weights. */
    private double loss(Trainer trainer, GateRows rows, InputScale scale) {
        double sum = 0;
        for (int first = 0; first < rows.size(); first += EVALUATED_AT_ONCE) {
            int count = Math.min(EVALUATED_AT_ONCE, rows.size() - first);
            int from = first;
            int[] chosen = new int[count];
            Arrays.setAll(chosen, i -> from + i);
            try (NDManager manager = trainer.getManager().newSubManager()) {
                GateBatch batch = GateBatch.of(manager, rows, scale, chosen);
                NDList answers = trainer.evaluate(new NDList(batch.inputs()));
                answers.attach(manager);
                NDArray loss = batch.loss(answers.singletonOrThrow(), 0);
                sum += count * (double) loss.getFloat();
            }
        }
        return sum / rows.size();
    }
}

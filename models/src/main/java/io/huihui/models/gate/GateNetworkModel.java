package io.huihui.models.gate;

import io.huihui.models.ParameterText;
import io.huihui.models.Require;
import io.huihui.models.decision.Expert;
import io.huihui.models.learner.DenseLayer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A fitted gating network: what it looks at, how that is scaled, where it has been trained, and its
 * layers. A file of text which every engine can be filled from; lines that begin with # say how it
 * came to be.
 *
 * @param version name and version, e.g. {@code gate-network/2}
 * @param names of the inputs in their order; must be those of {@link GateInputs} to be used
 * @param scale of those inputs
 * @param layers the first takes the inputs, the last gives one number per expert
 */
public record GateNetworkModel(
        String version, List<String> names, InputScale scale, List<DenseLayer> layers) {

    private static final String HEADER = "huihui-gate-network 1";
    private static final String RESOURCE = "gate-network.txt";

    public GateNetworkModel {
        Require.text("version", version);
        names = List.copyOf(names);
        Require.that(
                scale.size() == names.size(),
                "a scale of " + names.size() + " inputs",
                () -> scale.size() + " inputs");
        layers = List.copyOf(layers);
        Require.that(!layers.isEmpty(), "at least one layer", "none");
        int width = names.size();
        for (DenseLayer layer : layers) {
            Require.that(
                    layer.inputs() == width,
                    "a layer of " + width + " inputs",
                    () -> layer.inputs() + " inputs");
            width = layer.outputs();
        }
        int experts = Expert.values().length;
        if (width != experts) {
            throw Require.violated(experts + " outputs, one per expert", width + " outputs");
        }
    }

    /** Returns the network that is shipped. */
    public static GateNetworkModel shipped() {
        return read(ParameterText.resource(GateNetworkModel.class, RESOURCE)).fitting();
    }

    /**
     * Returns the network in a text as {@link #lines} writes it.
     *
     * @throws io.huihui.models.InvalidRecordException naming the line that is not understood, or
     *     when it looks at other inputs than the gate of this release gives
     */
    public static GateNetworkModel of(String text) {
        return read(ParameterText.of("the network", text.lines().toList())).fitting();
    }

    /** Returns a network that has been trained nowhere, so it is never to be asked. */
    public static GateNetworkModel untrained() {
        int inputs = GateInputs.all().size();
        int experts = Expert.values().length;
        return new GateNetworkModel(
                "untrained/1",
                GateInputs.all(),
                new InputScale(
                        Collections.nCopies(inputs, 0.0),
                        Collections.nCopies(inputs, 1.0),
                        Collections.nCopies(inputs, Double.POSITIVE_INFINITY),
                        Collections.nCopies(inputs, Double.NEGATIVE_INFINITY)),
                List.of(new DenseLayer(inputs, new float[inputs * experts], new float[experts])));
    }

    /**
     * Returns this network.
     *
     * @throws io.huihui.models.InvalidRecordException when it looks at other inputs than the gate
     *     of this release gives
     */
    public GateNetworkModel fitting() {
        Require.that(
                names.equals(GateInputs.all()),
                "a network of the inputs " + GateInputs.all(),
                () -> version + " of the inputs " + names);
        return this;
    }

    /** Reads a network as {@link #lines} writes it. */
    public static GateNetworkModel read(ParameterText text) {
        String header = String.join(" ", text.words("model"));
        Require.that(header.equals(HEADER), "a file of " + HEADER, header);
        String version = String.join(" ", text.words("version"));
        List<String> names = List.of(text.words("inputs"));
        int count = names.size();
        InputScale scale =
                new InputScale(
                        boxed(text.numbers("means", count)),
                        boxed(text.numbers("deviations", count)),
                        boxed(text.numbers("lows", count)),
                        boxed(text.numbers("highs", count)));
        int depth = (int) text.number("layers");
        List<DenseLayer> layers = new ArrayList<>();
        int width = count;
        for (int i = 0; i < depth; i++) {
            int outputs = (int) text.number("outputs");
            float[] weights = floats(text.numbers("weights", width * outputs));
            layers.add(new DenseLayer(width, weights, floats(text.numbers("bias", outputs))));
            width = outputs;
        }
        return new GateNetworkModel(version, names, scale, layers);
    }

    /** Returns the lines of its file, after comments on how it came about. */
    public List<String> lines(String... comments) {
        List<String> lines = ParameterText.begin(comments);
        lines.add("model: " + HEADER);
        lines.add("version: " + version);
        lines.add("inputs: " + String.join(" ", names));
        lines.add(line("means", scale.means()));
        lines.add(line("deviations", scale.deviations()));
        lines.add(line("lows", scale.lows()));
        lines.add(line("highs", scale.highs()));
        lines.add(ParameterText.line("layers", layers.size()));
        for (DenseLayer layer : layers) {
            lines.add(ParameterText.line("outputs", layer.outputs()));
            lines.add(ParameterText.line("weights", doubles(layer.weights())));
            lines.add(ParameterText.line("bias", doubles(layer.bias())));
        }
        return lines;
    }

    private static String line(String name, List<Double> values) {
        return ParameterText.line(name, values.stream().mapToDouble(v -> v).toArray());
    }

    private static List<Double> boxed(double[] values) {
        List<Double> list = new ArrayList<>();
        for (double value : values) {
            list.add(value);
        }
        return list;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = Double.parseDouble(Float.toString(values[i])); // as short as it can be
        }
        return doubles;
    }
}

package io.huihui.models.learner;

import io.huihui.models.Require;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Function;

/** A {@link MirrorSoftmax} as lines of text: {@code NAME COUNT BIAS}, then INPUT and WEIGHT. */
public final class MirrorSoftmaxText {

    private MirrorSoftmaxText() {}

    /**
     * Reads the next model; lines that begin with # are passed over.
     *
     * @param inputOf returns the input of a name
     * @param name of the model that has to come next
     * @throws io.huihui.models.InvalidRecordException when something else comes
     */
    public static MirrorSoftmax read(
            BufferedReader in, Function<String, MirrorInput> inputOf, String name)
            throws IOException {
        String[] head = words(in);
        Require.that(head.length == 3 && head[0].equals(name), name + " WEIGHTS BIAS", line(head));
        int count = Integer.parseInt(head[1]);
        MirrorInput[] inputs = new MirrorInput[count];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            String[] pair = words(in);
            Require.that(pair.length == 2, "INPUT WEIGHT", line(pair));
            inputs[i] = inputOf.apply(pair[0]);
            weights[i] = Double.parseDouble(pair[1]);
        }
        return new MirrorSoftmax(inputs, weights, Double.parseDouble(head[2]));
    }

    private static String[] words(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && line.startsWith("#")) {
            line = in.readLine();
        }
        Require.that(line != null, "another line of the models", "the end");
        return line.trim().split(" ", -1);
    }

    private static String line(String[] words) {
        return "`" + String.join(" ", words) + "`";
    }

    /** Appends the lines of a model, which {@link #read} reads back. */
    public static void write(String name, MirrorSoftmax model, StringBuilder text) {
        text.append(name).append(' ').append(model.size()).append(' ').append(model.bias());
        text.append('\n');
        for (int i = 0; i < model.size(); i++) {
            text.append(model.input(i).name()).append(' ').append(model.weight(i)).append('\n');
        }
    }
}

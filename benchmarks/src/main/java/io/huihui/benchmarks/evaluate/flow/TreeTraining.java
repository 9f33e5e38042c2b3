package io.huihui.benchmarks.evaluate.flow;

import io.huihui.models.Require;
import io.huihui.models.expert.flow.BoostedTrees;
import io.huihui.models.expert.flow.FlowInput;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Boosted regression trees by LightGBM, turned into the text that the flow models read. One thread
 * and fixed seeds: the same examples give the same trees.
 */
final class TreeTraining {

    private static final String PARAMETERS =
            "objective=regression metric=none verbosity=-1 num_threads=1 deterministic=true"
                    + " force_row_wise=true seed=7 bagging_freq=1 bagging_fraction=0.7"
                    + " feature_fraction=0.6 boost_from_average=false";

    /** Begins the section of a tree in LightGBM's text. */
    private static final String TREE = "Tree=";

    private TreeTraining() {}

    /**
     * Returns the section {@code name TREES} and its trees.
     *
     * @param shape LightGBM's parameters of size and speed, e.g. {@code num_leaves=8}
     */
    static String train(String name, List<double[]> rows, float[] labels, int trees, String shape) {
        try (LGBMBooster booster = fit(rows, labels, trees, shape)) {
            return text(name, booster);
        } catch (LGBMException e) {
            throw failed(name, e);
        }
    }

    /** Returns LightGBM's own model, for the caller to close. */
    static LGBMBooster fit(List<double[]> rows, float[] labels, int trees, String shape)
            throws LGBMException {
        int columns = FlowInput.values().length;
        double[] matrix = new double[rows.size() * columns];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, matrix, row * columns, columns);
        }
        try (LGBMDataset examples =
                LGBMDataset.createFromMat(matrix, rows.size(), columns, true, PARAMETERS, null)) {
            examples.setField("label", labels);
            LGBMBooster booster = LGBMBooster.create(examples, PARAMETERS + " " + shape);
            for (int tree = 0; tree < trees; tree++) {
                booster.updateOneIter();
            }
            return booster;
        }
    }

    /**
     * Trains, and returns what is made of LightGBM's model and of the same trees as ours reads
     * them.
     */
    static <T> T twins(
            List<double[]> rows,
            float[] labels,
            int trees,
            String shape,
            BiFunction<LGBMBooster, BoostedTrees, T> use) {
        try (LGBMBooster booster = fit(rows, labels, trees, shape)) {
            String[] section = text("mean", booster).split("\n", 2);
            return use.apply(
                    booster,
                    BoostedTrees.read(new BufferedReader(new StringReader(section[1])), trees));
        } catch (LGBMException e) {
            throw failed("twins", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static IllegalStateException failed(String name, LGBMException e) {
        return new IllegalStateException(
                "need LightGBM to train " + name + ", was " + e.getMessage(), e);
    }

    /** Returns the trees of a model as the section {@code name TREES}. */
    static String text(String name, LGBMBooster booster) throws LGBMException {
        return text(name, booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.SPLIT));
    }

    private static String text(String name, String model) {
        List<String> trees = new ArrayList<>();
        for (String section : model.split("\n\n", -1)) {
            if (section.trim().startsWith(TREE)) {
                trees.add(tree(section));
            }
        }
        return name + " " + trees.size() + "\n" + String.join("", trees);
    }

    private static String tree(String section) {
        double[] values = numbers(section, "leaf_value");
        List<String> lines = new ArrayList<>();
        if (values.length == 1) {
            // A tree that found no split says nothing of how many examples it saw.
            lines.add("leaf " + values[0] + " 1");
        } else {
            new Section(section).add(0, lines);
        }
        return "tree " + lines.size() + "\n" + String.join("\n", lines) + "\n";
    }

    /** LightGBM's columns of one tree: of splits, and of leaves. */
    private static final class Section {
        private final double[] features;
        private final double[] thresholds;
        private final double[] left;
        private final double[] right;
        private final double[] splitCounts;
        private final double[] leaves;
        private final double[] leafCounts;

        Section(String section) {
            features = numbers(section, "split_feature");
            thresholds = numbers(section, "threshold");
            left = numbers(section, "left_child");
            right = numbers(section, "right_child");
            splitCounts = numbers(section, "internal_count");
            leaves = numbers(section, "leaf_value");
            leafCounts = numbers(section, "leaf_count");
        }

        /** Adds a node and all below it, children after their parent; a leaf n is child -n - 1. */
        private int add(int node, List<String> lines) {
            int place = lines.size();
            if (node < 0) {
                lines.add("leaf " + leaves[-node - 1] + " " + (long) leafCounts[-node - 1]);
                return place;
            }
            lines.add("");
            int onLeft = add((int) left[node], lines);
            int onRight = add((int) right[node], lines);
            lines.set(
                    place,
                    "split "
                            + FlowInput.values()[(int) features[node]]
                            + " "
                            + thresholds[node]
                            + " "
                            + onLeft
                            + " "
                            + onRight
                            + " "
                            + (long) splitCounts[node]);
            return place;
        }
    }

    private static double[] numbers(String section, String key) {
        for (String line : section.split("\n", -1)) {
            if (line.startsWith(key + "=")) {
                String[] words = line.substring(key.length() + 1).trim().split(" ", -1);
                double[] numbers = new double[words.length];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = Double.parseDouble(words[i]);
                }
                return numbers;
            }
        }
        throw Require.violated("a line " + key + "= in LightGBM's tree", "none");
    }
}

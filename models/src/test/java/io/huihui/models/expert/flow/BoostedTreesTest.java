package io.huihui.models.expert.flow;

import io.huihui.models.InvalidRecordException;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BoostedTreesTest {

    private static final String TWO =
            """
            tree 3
            split RETURN_1M 0.5 1 2
            leaf -1
            leaf 2
            tree 5
            split RETURN_5M 0.0 1 2
            leaf 10
            split RETURN_1M 0.7 3 4
            leaf 20
            leaf 40
            """;

    private static double score(double oneMinute, double fiveMinutes) throws IOException {
        double[] inputs = new double[FlowInput.values().length];
        inputs[FlowInput.RETURN_1M.ordinal()] = oneMinute;
        inputs[FlowInput.RETURN_5M.ordinal()] = fiveMinutes;
        return read(TWO, 2).score(inputs);
    }

    private static BoostedTrees read(String text, int trees) throws IOException {
        return BoostedTrees.read(new BufferedReader(new StringReader(text)), trees);
    }

    /** At or below the threshold goes left; the leaves of both trees add up. */
    @Test
    void addsTheLeavesThatTheInputsReach() throws IOException {
        assertThat(score(0.5, 0)).isEqualTo(9);
        assertThat(score(0.6, 0)).isEqualTo(12);
        assertThat(score(0.6, 1)).isEqualTo(22);
        assertThat(score(0.8, 1)).isEqualTo(42);
    }

    @Test
    void refusesAChildBeforeItsParentAndAnUnknownLine() {
        assertThatThrownBy(() -> read("tree 2\nsplit RETURN_1M 0 0 1\nleaf 1\n", 1))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("children after their node");
        assertThatThrownBy(() -> read("tree 1\nbranch 1\n", 1))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("leaf VALUE");
        assertThatThrownBy(() -> read("tree 3\nleaf 1\n", 1))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("the end of the file");
    }
}

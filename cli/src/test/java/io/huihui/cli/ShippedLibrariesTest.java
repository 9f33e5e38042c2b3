package io.huihui.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The class path of the command line is what a distribution contains. */
class ShippedLibrariesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "moa.classifiers.trees.HoeffdingAdaptiveTree",
                "io.github.jbellis.jvector.graph.GraphSearcher",
                "org.vowpalwabbit.spark.VowpalWabbitNative",
                "io.huihui.benchmarks.peers.MoaTree"
            })
    void doesNotContainTheLearnersOfOthers(String type) {
        assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void containsOurs() throws ClassNotFoundException {
        assertThat(Class.forName("io.huihui.benchmarks.learners.LearnersBench")).isNotNull();
    }
}

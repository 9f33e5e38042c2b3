package io.huihui.benchmarks.learners;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.SeedRange;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExpertCalibrationSuiteTest {

    @Test
    void calibrationBringsAnOverconfidentExpertBackToWhatComesTrue() {
        Bench.Result result = new ExpertCalibrationSuite().run(new SeedRange(1, 2), line -> {});

        Metric error = result.metrics().get(0);
        assertThat(error.name()).isEqualTo("ece");
        assertThat(error.baseline()).as("before calibration").isGreaterThan(0.15);
        assertThat(error.value()).isLessThan(0.05);
        Metric brier = result.guards().get(0);
        assertThat(brier.value()).isLessThan(brier.baseline());
    }
}

package io.huihui.models.decision;

import io.huihui.models.InvalidRecordException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ThesisTest {

    @Test
    void refusesWhatIsNoProbabilityVector() {
        assertThatThrownBy(() -> new Thesis(Horizon.MINUTES_5, 0.5, 0.4, 0.2))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("sum to 1");
        assertThatThrownBy(() -> new Thesis(Horizon.MINUTES_5, 1.1, -0.1, 0))
                .isInstanceOf(InvalidRecordException.class);
        assertThatThrownBy(() -> new Thesis(Horizon.MINUTES_5, Double.NaN, 0.5, 0.5))
                .isInstanceOf(InvalidRecordException.class);
    }

    @Test
    void tiesGoToFlatThenUp() {
        assertThat(Thesis.uniform(Horizon.MINUTES_15).likeliest()).isEqualTo(Direction.FLAT);
        assertThat(new Thesis(Horizon.MINUTES_15, 0.4, 0.4, 0.2).likeliest())
                .isEqualTo(Direction.UP);
        assertThat(new Thesis(Horizon.MINUTES_15, 0.3, 0.5, 0.2).likeliest())
                .isEqualTo(Direction.DOWN);
    }
}

package io.huihui.jobs.config;

import io.huihui.models.decision.Expert;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BorrowingSettingsTest {

    private static BorrowingSettings with(String features) {
        return ConfigFile.read(
                        JobConfig.defaults(), null, List.of("borrowing.features=" + features))
                .borrowing();
    }

    @Test
    void flowBorrowsTheVolatilityOfRegime() {
        assertThat(JobConfig.defaults().borrowing().registry().readBy(Expert.FLOW))
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.name()).isEqualTo("regime.volatility");
                            assertThat(each.producer()).isEqualTo(Expert.REGIME);
                        });
    }

    @Test
    void nothingNeedsToBeBorrowed() {
        assertThat(with("[]").registry().readBy(Expert.FLOW)).isEmpty();
    }

    @Test
    void aChangedBoundIsTaken() {
        BorrowingSettings settings =
                with(
                        "[{producer: REGIME, name: regime.volatility, type: POSITIVE, unit:"
                                + " VOL_ANNUAL, freshMillis: 60000, consumers: [FLOW]}]");

        assertThat(settings.features().get(0).freshMillis()).isEqualTo(60_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "regime.mood | POSITIVE | VOL_ANNUAL | 10000 | [FLOW] | need a feature that the"
                        + " expert REGIME gives",
                "regime.volatility | COUNT | VOL_ANNUAL | 10000 | [FLOW] | need type POSITIVE",
                "regime.volatility | POSITIVE | Z | 10000 | [FLOW] | need unit VOL_ANNUAL",
                "regime.volatility | POSITIVE | VOL_ANNUAL | 10 | [FLOW] | freshMillis",
                "regime.volatility | POSITIVE | VOL_ANNUAL | 10000 | [REGIME] | in a circle",
                "regime.volatility | POSITIVE | VOL_ANNUAL | 10000 | [SENTIMENT] | the expert"
                        + " SENTIMENT takes",
                "regime.volatility | POSITIVE | VOL_ANNUAL | 10000 | [FLO] | FLO"
            })
    void whatDoesNotFitIsRefusedWithItsKey(
            String name, String type, String unit, String fresh, String consumers, String why) {
        String features =
                "[{producer: REGIME, name: "
                        + name
                        + ", type: "
                        + type
                        + ", unit: "
                        + unit
                        + ", freshMillis: "
                        + fresh
                        + ", consumers: "
                        + consumers
                        + "}]";

        assertThatThrownBy(() -> with(features))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("borrowing");
    }

    @Test
    void anUnknownKeyOfAFeatureIsRefused() {
        assertThatThrownBy(
                        () ->
                                with(
                                        "[{producer: REGIME, name: regime.volatility, type:"
                                                + " POSITIVE, unit: VOL_ANNUAL, freshMillis: 10000,"
                                                + " consumers: [FLOW], named: volatility}]"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("named");
    }
}

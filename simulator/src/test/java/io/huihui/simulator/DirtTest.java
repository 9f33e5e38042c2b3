package io.huihui.simulator;

import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.Trade;
import io.huihui.simulator.dirt.Flaw;
import io.huihui.simulator.dirt.RawProviderRow;
import io.huihui.simulator.truth.RawFlaw;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The feed is as dirty as configured, and the truth log knows where. */
class DirtTest {

    private static Tape tape;

    @BeforeAll
    static void simulate() {
        tape =
                Tape.of(
                        SimulationConfig.of(3, 1, 1)
                                .withRates(new Rates(2, 2, 1_000, 5, 1, 0.5, 300, 6))
                                .withOptions(new OptionGrid(4, 15))
                                .withDirt(new Dirt(0.01, 0.01, 0.01, 0.05, 90_000, 0.2, 0.05, 1)));
    }

    @Test
    void onePercentOfFieldsIsMissing() {
        int missing = 0;
        int fields = 0;
        for (ChainSlice slice : tape.events(ChainSlice.class)) {
            for (ContractRow row : slice.rows()) {
                for (Double value :
                        new Double[] {
                            row.bid(),
                            row.ask(),
                            row.openInterest(),
                            row.delta(),
                            row.charm(),
                            row.dayVolume()
                        }) {
                    fields++;
                    missing += value == null ? 1 : 0;
                }
            }
        }

        assertThat(missing / (double) fields).isCloseTo(0.01, within(0.002));
    }

    @Test
    void someRowsComeLateAndSomeTwice() {
        int late = 0;
        Map<String, Set<Long>> seen = new HashMap<>();
        int twice = 0;
        for (int i = 0; i < tape.events.size(); i++) {
            MarketEvent event = tape.events.get(i);
            late += tape.arrivals.get(i) - event.eventTimeMillis() > 5_000 ? 1 : 0;
            boolean fresh =
                    seen.computeIfAbsent(event.getClass().getName(), k -> new HashSet<>())
                            .add(event.sequence());
            twice += fresh ? 0 : 1;
        }

        assertThat(twice / (double) tape.events.size()).isCloseTo(0.01, within(0.002));
        assertThat(late / (double) tape.events.size()).isBetween(0.008, 0.03);
    }

    @Test
    void lateOffExchangePrintsSaySo() {
        List<Trade> marked =
                tape.events(Trade.class).stream().filter(t -> t.conditions().equals("Z")).toList();
        long off = tape.events(Trade.class).stream().filter(Trade::offExchange).count();

        assertThat(marked).allMatch(Trade::offExchange);
        assertThat(marked.size() / (double) off).isCloseTo(0.05, within(0.015));
    }

    @Test
    void malformedRawRowsAreThoseInTheTruthLog() {
        Map<Long, Flaw> flaws =
                tape.truth(RawFlaw.class).stream()
                        .collect(Collectors.toMap(RawFlaw::rowNumber, RawFlaw::flaw));

        assertThat(tape.raw).isNotEmpty();
        assertThat(flaws.size() / (double) tape.raw.size()).isCloseTo(0.05, within(0.015));
        for (RawProviderRow row : tape.raw) {
            assertThat(isWellFormed(row.payload()))
                    .as(row.payload())
                    .isEqualTo(!flaws.containsKey(row.rowNumber()));
        }
    }

    @Test
    void numbersInScientificNotationStayTheSameNumber() {
        ContractRow row = tape.events(ChainSlice.class).get(0).rows().get(0);
        List<String> fields = fields(tape.raw.get(0).payload());

        assertThat(Double.parseDouble(fields.get(9).replace("\"", "")))
                .isCloseTo(row.theoretical(), within(1e-6));
        long scientific =
                tape.raw.stream()
                        .flatMap(r -> fields(r.payload()).stream())
                        .filter(f -> f.startsWith("\"") && f.contains("e"))
                        .count();
        assertThat(scientific).isGreaterThan(1_000);
    }

    private static List<String> fields(String payload) {
        return List.of(payload.substring(1).replace("]", "").split(","));
    }

    /** An independent reading of what a parser must accept. */
    private static boolean isWellFormed(String payload) {
        List<String> fields = fields(payload);
        if (!payload.endsWith("]") || fields.size() != 24 || fields.get(1).contains("-13-")) {
            return false;
        }
        double[] numbers = new double[24];
        for (int i = 4; i < 24; i++) {
            String text = fields.get(i).replace("\"", "");
            if (text.equals("null")) {
                numbers[i] = Double.NaN;
            } else if (!text.matches("-?[0-9.]+([eE][-+]?[0-9]+)?")) {
                return false;
            } else {
                numbers[i] = Double.parseDouble(text);
            }
        }
        return !(numbers[5] > numbers[6]) && !(numbers[7] < 0);
    }
}

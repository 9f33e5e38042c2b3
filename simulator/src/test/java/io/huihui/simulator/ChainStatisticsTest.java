package io.huihui.simulator;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.OptionQuote;
import io.huihui.models.event.Quote;
import io.huihui.simulator.chain.Precursor;
import io.huihui.simulator.truth.StateSwitch;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/** Chains admit no arbitrage, puts are dear, and the surface bends ahead of announced switches. */
class ChainStatisticsTest {

    private static final double RATE = 0.04;
    private static final double DIVIDEND_YIELD = 0.01;
    private static final List<Tape> TAPES = new ArrayList<>();

    @BeforeAll
    static void simulate() {
        for (int seed = 10; seed < 16; seed++) {
            TAPES.add(
                    Tape.of(
                            SimulationConfig.of(seed, 1, 2)
                                    .withRates(new Rates(0.2, 2, 0, 5, 0.2, 0.5, 60, 0))
                                    .withOptions(new OptionGrid(4, 15))
                                    .withDirt(Dirt.none())));
        }
    }

    private static double years(ChainSlice slice) {
        return TradingCalendar.yearsToExpiry(
                slice.eventTimeMillis(), slice.rows().get(0).contract().expiryTimeMillis());
    }

    @Test
    void quotesAreNeverCrossedAndSpreadsArePositive() {
        for (Tape tape : TAPES) {
            assertThat(tape.events(Quote.class)).allMatch(q -> q.bid() < q.ask() && q.bid() > 0);
            assertThat(tape.events(OptionQuote.class)).allMatch(q -> q.bid() < q.ask());
        }
    }

    @Test
    void noParityCanBeTraded() {
        for (Tape tape : TAPES) {
            for (ChainSlice slice : tape.events(ChainSlice.class)) {
                double time = Math.max(0, years(slice));
                for (int i = 0; i < slice.rows().size(); i += 2) {
                    ContractRow call = slice.rows().get(i);
                    ContractRow put = slice.rows().get(i + 1);
                    double strike = call.contract().strike();
                    double fair =
                            slice.underlyingPrice() * Math.exp(-DIVIDEND_YIELD * time)
                                    - strike * Math.exp(-RATE * time);
                    // The mid may stand two ticks off the efficient price.
                    assertThat(call.ask() - put.bid()).isGreaterThan(fair - 0.03);
                    if (call.bid() > 0) {
                        assertThat(call.bid() - put.ask()).isLessThan(fair + 0.03);
                    }
                }
            }
        }
    }

    @Test
    void callsFallAndAreConvexInTheStrike() {
        for (ChainSlice slice : TAPES.get(0).events(ChainSlice.class)) {
            for (int i = 2; i + 2 < slice.rows().size(); i += 2) {
                double left = slice.rows().get(i - 2).theoretical();
                double here = slice.rows().get(i).theoretical();
                double right = slice.rows().get(i + 2).theoretical();
                double lower = slice.rows().get(i - 2).contract().strike();
                double strike = slice.rows().get(i).contract().strike();
                double upper = slice.rows().get(i + 2).contract().strike();
                double chord = left + (right - left) * (strike - lower) / (upper - lower);

                assertThat(here).isLessThanOrEqualTo(left + 1e-9);
                assertThat(here).isLessThanOrEqualTo(chord + 1e-9);
            }
        }
    }

    @Test
    void putsAreDearerThanCallsAsFarFromTheMoney() {
        for (Tape tape : TAPES) {
            for (ChainSlice slice : tape.events(ChainSlice.class)) {
                double low = volAt(slice, slice.underlyingPrice() * 0.95);
                double high = volAt(slice, slice.underlyingPrice() * 1.05);

                assertThat(low).isGreaterThan(high);
            }
        }
    }

    @Test
    void totalVarianceRisesWithExpiry() {
        for (List<ChainSlice> chain : chains(TAPES.get(0))) {
            double before = 0;
            for (ChainSlice slice : chain) {
                double vol = volAt(slice, slice.underlyingPrice());
                double total = vol * vol * Math.max(years(slice), 1e-6);

                assertThat(total).isGreaterThan(before);
                before = total;
            }
        }
    }

    @Test
    void surfacePrecursorsAreVisibleBeforeTheSwitch() {
        int visibleTerm = 0;
        int terms = 0;
        int visibleSkew = 0;
        int skews = 0;
        for (Tape tape : TAPES) {
            for (StateSwitch one : tape.truth(StateSwitch.class)) {
                if (one.precursor() == Precursor.TERM_SLOPE) {
                    double wanted = one.to().volAnnual() >= one.from().volAnnual() ? 1 : -1;
                    double change =
                            frontVol(tape, one.symbol(), one.eventTimeMillis())
                                    - frontVol(tape, one.symbol(), one.precursorMillis());
                    visibleTerm += change * wanted > 0 ? 1 : 0;
                    terms++;
                } else if (one.precursor() == Precursor.SKEW) {
                    double wanted =
                            one.to().smileCorrelation() > one.from().smileCorrelation() ? -1 : 1;
                    double change =
                            skew(tape, one.symbol(), one.eventTimeMillis())
                                    - skew(tape, one.symbol(), one.precursorMillis());
                    visibleSkew += change * wanted > 0 ? 1 : 0;
                    skews++;
                }
            }
        }

        assertThat(terms).isGreaterThan(5);
        assertThat(skews).isGreaterThan(5);
        assertThat(visibleTerm / (double) terms).isGreaterThan(0.65);
        assertThat(visibleSkew / (double) skews).isGreaterThan(0.7);
    }

    private static double frontVol(Tape tape, String symbol, long millis) {
        List<ChainSlice> chain = chainAt(tape, symbol, millis);
        double front = volAt(chain.get(1), chain.get(1).underlyingPrice());
        double back = volAt(chain.get(3), chain.get(3).underlyingPrice());
        return front - back;
    }

    private static double skew(Tape tape, String symbol, long millis) {
        ChainSlice slice = chainAt(tape, symbol, millis).get(2);
        double price = slice.underlyingPrice();
        return (volAt(slice, price * 0.97) - volAt(slice, price * 1.03)) / volAt(slice, price);
    }

    private static List<ChainSlice> chainAt(Tape tape, String symbol, long millis) {
        List<ChainSlice> last = List.of();
        for (List<ChainSlice> chain : chains(tape)) {
            if (chain.get(0).symbol().equals(symbol) && chain.get(0).eventTimeMillis() <= millis) {
                last = chain;
            }
        }
        return last;
    }

    /** Snapshots in order of event time, each with its slices in order of expiry. */
    private static List<List<ChainSlice>> chains(Tape tape) {
        Map<String, List<ChainSlice>> chains = new TreeMap<>();
        for (ChainSlice slice : tape.events(ChainSlice.class)) {
            String key = slice.eventTimeMillis() + slice.symbol();
            chains.computeIfAbsent(key, k -> new ArrayList<>()).add(slice);
        }
        chains.values().forEach(c -> c.sort(Comparator.comparingInt(ChainSlice::sliceIndex)));
        return List.copyOf(chains.values());
    }

    /** Implied volatility of the contract whose strike is nearest. */
    private static double volAt(ChainSlice slice, double strike) {
        ContractRow nearest = slice.rows().get(0);
        for (ContractRow row : slice.rows()) {
            if (Math.abs(row.contract().strike() - strike)
                    < Math.abs(nearest.contract().strike() - strike)) {
                nearest = row;
            }
        }
        return nearest.impliedVolAnnual();
    }
}

package io.huihui.simulator;

import io.huihui.simulator.chain.MarketState;
import io.huihui.simulator.truth.StateSwitch;
import io.huihui.simulator.truth.TruthRecord;

import java.util.ArrayList;
import java.util.List;

/** Efficient prices of one session, second by second, with the truth behind them. */
final class Paths {

    final SimulationConfig config;
    final long openMillis;
    final double[][] logPrices;
    final List<TruthRecord> truth = new ArrayList<>();

    Paths(SimulationConfig config) {
        this.config = config;
        this.openMillis = SessionTimes.of(config.sessionDays()[0]).openMillis();
        this.logPrices = new double[config.symbols()][Clock.SECONDS_PER_SESSION];
        Simulation simulation = new Simulation(config);
        Tape unused = new Tape();
        for (int second = 0; second < Clock.SECONDS_PER_SESSION; second++) {
            simulation.advance(unused, truth::add);
            unused.events.clear();
            unused.arrivals.clear();
            for (int symbol = 0; symbol < config.symbols(); symbol++) {
                logPrices[symbol][second] = Math.log(simulation.price(symbol));
            }
        }
    }

    static SimulationConfig pricesOnly(long seed, int symbols, Plants plants) {
        return SimulationConfig.of(seed, 1, symbols)
                .withRates(Rates.pricesOnly())
                .withOptions(new OptionGrid(3, 9))
                .withDirt(Dirt.none())
                .withPlants(plants);
    }

    double ret(int symbol, int fromSecond, int untilSecond) {
        return logPrices[symbol][Math.min(untilSecond, Clock.SECONDS_PER_SESSION - 1)]
                - logPrices[symbol][Math.max(0, fromSecond)];
    }

    int second(long millis) {
        return (int) ((millis - openMillis) / 1_000);
    }

    <T extends TruthRecord> List<T> truth(Class<T> kind) {
        return truth.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The latent state of a symbol in each second. */
    MarketState[] states(int symbol) {
        String name = SymbolProfile.of(symbol).symbol();
        MarketState[] states = new MarketState[Clock.SECONDS_PER_SESSION];
        for (StateSwitch change : truth(StateSwitch.class)) {
            if (change.symbol().equals(name)) {
                for (int s = Math.max(0, second(change.eventTimeMillis()));
                        s < states.length;
                        s++) {
                    states[s] = change.to();
                }
            }
        }
        return states;
    }
}

package io.huihui.simulator;

import io.huihui.models.Require;
import io.huihui.models.calendar.TradingCalendar;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Everything a simulated market depends on. Two equal configurations give the same records, byte
 * for byte.
 *
 * @param seed names the market; two seeds share no path
 * @param firstSession epoch day; when it is no trading day, the next one
 * @param sessions number of trading days
 * @param symbols number of underlyings, named by {@link SymbolProfile}
 */
public record SimulationConfig(
        long seed,
        long firstSession,
        int sessions,
        int symbols,
        Rates rates,
        OptionGrid options,
        Dirt dirt,
        Plants plants) {

    /** 2026-01-05, a Monday without holiday in its week. */
    public static final long DEFAULT_FIRST_SESSION = 20_458;

    private static final int MOST_SESSIONS = 10_000;
    private static final int MOST_SYMBOLS = 1_000;
    private static final long EARLIEST_SESSION = 1_000;
    private static final long LATEST_SESSION = 40_000;

    public SimulationConfig {
        Require.that(
                firstSession >= EARLIEST_SESSION && firstSession <= LATEST_SESSION,
                "firstSession between " + EARLIEST_SESSION + " and " + LATEST_SESSION,
                "firstSession=" + firstSession);
        Require.within("sessions", sessions, 1, MOST_SESSIONS);
        Require.within("symbols", symbols, 1, MOST_SYMBOLS);
        Require.present("rates", rates);
        Require.present("options", options);
        Require.present("dirt", dirt);
        Require.present("plants", plants);
        Require.that(
                plants.informedEpisodes() == 0 || rates.optionTradesPerSecond() > 0,
                "optionTradesPerSecond > 0 for informed option customers",
                "informedEpisodes=" + plants.informedEpisodes() + " optionTradesPerSecond=0");
        Require.that(
                !plants.dealersHedge() || rates.optionTradesPerSecond() > 0,
                "optionTradesPerSecond > 0 for dealers that hedge",
                "dealersHedge=true optionTradesPerSecond=0");
    }

    /** Returns the default market: everything planted, dirty, at laptop rates. */
    public static SimulationConfig of(long seed, int sessions, int symbols) {
        return new SimulationConfig(
                seed,
                DEFAULT_FIRST_SESSION,
                sessions,
                symbols,
                Rates.defaults(),
                OptionGrid.defaults(),
                Dirt.defaults(),
                Plants.defaults());
    }

    public SimulationConfig withFirstSession(long epochDay) {
        return new SimulationConfig(
                seed, epochDay, sessions, symbols, rates, options, dirt, plants);
    }

    public SimulationConfig withRates(Rates changed) {
        return new SimulationConfig(
                seed, firstSession, sessions, symbols, changed, options, dirt, plants);
    }

    public SimulationConfig withOptions(OptionGrid changed) {
        return new SimulationConfig(
                seed, firstSession, sessions, symbols, rates, changed, dirt, plants);
    }

    public SimulationConfig withDirt(Dirt changed) {
        return new SimulationConfig(
                seed, firstSession, sessions, symbols, rates, options, changed, plants);
    }

    public SimulationConfig withPlants(Plants changed) {
        return new SimulationConfig(
                seed, firstSession, sessions, symbols, rates, options, dirt, changed);
    }

    /** Returns the epoch days on which the market trades, in order. */
    public long[] sessionDays() {
        TradingCalendar calendar = TradingCalendar.newYork();
        long[] days = new long[sessions];
        long day =
                calendar.isTradingDay(firstSession)
                        ? firstSession
                        : calendar.nextTradingDate(firstSession);
        for (int index = 0; index < sessions; index++) {
            days[index] = day;
            day = calendar.nextTradingDate(day);
        }
        return days;
    }

    /** Returns the names of the underlyings, in order. */
    public List<String> symbolNames() {
        return IntStream.range(0, symbols).mapToObj(i -> SymbolProfile.of(i).symbol()).toList();
    }
}

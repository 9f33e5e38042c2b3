package io.huihui.models.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A template traded session by session, with thresholds of the sessions before: one trade at a
 * time, entered a minute after its gates opened, every spread and commission paid. No trade lasts
 * into another session, so that none of a session's outcomes stands in its thresholds.
 */
final class WalkForward {

    /** One trade. Amounts are shares of what could be lost. */
    record Trade(int session, double profit, double cost) {}

    /**
     * What came of a template.
     *
     * @param largestLoss the most that one unit of any trade could lose, currency; infinite when
     *     there is no bound, and then nothing was traded
     */
    record Result(List<Trade> trades, double largestLoss) {

        Result {
            trades = List.copyOf(trades);
        }

        double[] profits() {
            return trades.stream().mapToDouble(Trade::profit).toArray();
        }

        /** Returns the profits as if trading cost nothing. */
        double[] grossProfits() {
            return trades.stream().mapToDouble(trade -> trade.profit + trade.cost).toArray();
        }

        double meanCost() {
            return trades.stream().mapToDouble(Trade::cost).average().orElse(0);
        }

        /** Returns the profit of the worst trade; 0 when there was none. */
        double worst() {
            return trades.stream().mapToDouble(Trade::profit).min().orElse(0);
        }

        /** Returns the mean profit without the session that brought most. */
        double meanWithoutBest() {
            double best = 0;
            for (int session : trades.stream().mapToInt(Trade::session).distinct().toArray()) {
                best = Math.max(best, sum(trade -> trade.session == session));
            }
            return (sum(trade -> true) - best) / trades.size();
        }

        private double sum(Predicate<Trade> which) {
            return trades.stream().filter(which).mapToDouble(Trade::profit).sum();
        }
    }

    private static final long MINUTE_MILLIS = 60_000;
    private static final double PERCENT = 100;

    /** A structure that can lose less per share is a rounding error. */
    private static final double LEAST_RISK = 0.05;

    private final SampleTape tape;
    private final TradingCosts costs;
    private final int[] starts;
    private final TapeThresholds thresholds;

    WalkForward(SampleTape tape, TradingCosts costs) {
        this.tape = tape;
        this.costs = costs;
        this.starts = tape.sessionStarts();
        this.thresholds = new TapeThresholds(tape, starts);
    }

    /** Returns how many sessions have enough before them to be traded in. */
    int sessions() {
        int count = 0;
        for (int session = 0; session + 1 < starts.length; session++) {
            count += starts[session] >= TapeThresholds.LEAST ? 1 : 0;
        }
        return count;
    }

    /** Returns what came of a template. */
    Result run(StrategyTemplate template) {
        Run run = new Run(template);
        for (int session = 0; session + 1 < starts.length; session++) {
            run.session(session);
        }
        return new Result(run.trades, run.largestLoss);
    }

    private final class Run {

        private final StrategyTemplate template;
        private final List<Trade> trades = new ArrayList<>();
        private double largestLoss;

        Run(StrategyTemplate template) {
            this.template = template;
        }

        void session(int session) {
            int end = starts[session + 1];
            int place = starts[session];
            while (place + 1 < end) {
                place = isOpen(session, place) ? trade(session, place + 1, end) : place + 1;
            }
        }

        private boolean isOpen(int session, int place) {
            for (EntryGate gate : template.gates()) {
                double threshold = thresholds.of(gate, session);
                if (!gate.side().opens(tape.input(gate.input(), place), threshold)) {
                    return false;
                }
            }
            // Without a gate it would trade before there is anything to compare with.
            return starts[session] >= TapeThresholds.LEAST;
        }

        /** Trades from a place on and returns where the next one may be decided on. */
        private int trade(int session, int entry, int end) {
            double spot = tape.mid(entry);
            double vol = tape.vol(entry);
            long now = tape.millis(entry);
            Position position = Position.of(template, spot, vol, now);
            double paid = position.value(spot, vol, now);
            double costIn = position.cost(spot, vol, now, costs);
            double risk = paid + costIn + position.legs().size() * costs.most() - position.least();
            largestLoss = Math.max(largestLoss, risk * TradingCosts.MULTIPLIER);
            if (!(risk >= LEAST_RISK && risk < Double.POSITIVE_INFINITY)) {
                return entry;
            }
            for (int place = entry + 1; place < end; place++) {
                double worth = position.value(tape.mid(place), tape.vol(place), tape.millis(place));
                double gain = (worth - paid) / risk;
                if (isOver(gain, place, entry) || place + 1 == end) {
                    if (place + 1 == tape.size() && !isOver(gain, place, entry)) {
                        break;
                    }
                    double costOut =
                            position.cost(
                                    tape.mid(place), tape.vol(place), tape.millis(place), costs);
                    double cost = (costIn + costOut) / risk;
                    trades.add(new Trade(session, gain - cost, cost));
                    return place;
                }
            }
            return end;
        }

        private boolean isOver(double gain, int place, int entry) {
            ExitRule exit = template.exit();
            boolean stopped = exit.stopPercent() < PERCENT && gain <= -exit.stopPercent() / PERCENT;
            return stopped
                    || gain >= exit.targetPercent() / PERCENT
                    || tape.millis(place) - tape.millis(entry)
                            >= exit.holdMinutes() * MINUTE_MILLIS;
        }
    }
}

package io.huihui.simulator.option;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.OptionTrade;
import io.huihui.simulator.Clock;
import io.huihui.simulator.Feed;
import io.huihui.simulator.chain.Precursor;
import io.huihui.simulator.chain.StateChain;
import io.huihui.simulator.price.LatentMarket;
import io.huihui.simulator.price.Seasonality;
import io.huihui.simulator.random.Draws;

/**
 * Customers who trade options: a Poisson crowd that herds without knowing anything, followers of a
 * trend whose trades excite more trades (Hawkes), the announcers of a switch, and a few who know
 * the coming drift.
 */
final class Customers {

    /** Trades that a trade in a trend brings about, and how fast, seconds. */
    private static final double BRANCHING = 0.5;

    private static final double EXCITATION_SECONDS = 60;

    /** Informed trades per crowd trade while an informed episode is on. */
    private static final double INFORMED_SHARE = 0.12;

    /** An informed trade is this many usual ones: larger premium. */
    private static final double INFORMED_SIZE = 2.5;

    /** The herd's mood: half-life, and how much it moves the odds of a bullish trade. */
    private static final double MOOD_WEIGHT = 1 - Math.pow(0.5, 1 / 600.0);

    private static final double MOOD_SWAY = 0.15;

    /** How much of the crowd a fully grown FLOW precursor turns, and by how much the rate grows. */
    private static final double PRECURSOR_TURN = 0.5;

    private static final double PRECURSOR_RATE = 1.0;

    /** Trend followers trade the trend's side with this probability. */
    private static final double FOLLOWER_CONVICTION = 0.75;

    /** A directional trade buys the right option rather than selling the wrong one. */
    private static final double BUYS = 0.7;

    /** Customers buy puts and sell calls a little more than the reverse. */
    private static final double PUT_PURCHASES = 0.53;

    private static final double CALL_PURCHASES = 0.47;

    /** Size: contracts of the median trade, and deviation of its logarithm. */
    private static final double MEDIAN_SIZE = 4;

    private static final double SIZE_DEVIATION = 1.0;
    private static final double LARGEST_SIZE = 2_000;
    private static final double MULTI_LEG_SHARE = 0.15;

    private static final String[] VENUES = {"C", "A", "X", "I", "N"};

    private final LatentMarket market;
    private final OptionBoard board;
    private final Pricer pricer;
    private final Dealers dealers;
    private final Feed feed;
    private final Draws draws;
    private final double tradesPerSecond;
    private final double[] preference;
    private double excitation;
    private double mood;
    private double wideness = 1;

    Customers(
            LatentMarket market,
            OptionBoard board,
            Pricer pricer,
            Dealers dealers,
            Feed feed,
            double tradesPerSecond,
            double[] preference,
            Draws draws) {
        this.market = market;
        this.board = board;
        this.pricer = pricer;
        this.dealers = dealers;
        this.feed = feed;
        this.tradesPerSecond = tradesPerSecond;
        this.preference = preference;
        this.draws = draws;
    }

    /** Starts a second. */
    void tick(double spreadWideness) {
        wideness = spreadWideness;
        excitation *= Math.exp(-1 / EXCITATION_SECONDS);
        // Stationary deviation 1, whatever the half-life.
        mood += Math.sqrt(2 * MOOD_WEIGHT) * draws.gaussian() - MOOD_WEIGHT * mood;
    }

    /** Trades within one step of 100 ms. */
    void step(long nowMillis) {
        StateChain chain = market.chain();
        double announced = chain.precursorStrength(Precursor.FLOW, nowMillis);
        double crowd =
                tradesPerSecond
                        * Seasonality.activity(market.elapsed())
                        * (1 + PRECURSOR_RATE * announced);
        int count = draws.poisson((crowd + excitation) / Clock.STEPS_PER_TICK);
        for (int i = 0; i < count; i++) {
            boolean follower = draws.uniform() * (crowd + excitation) < excitation;
            if (follower) {
                directional(side(chain.direction(), FOLLOWER_CONVICTION), 1);
            } else if (draws.chance(PRECURSOR_TURN * announced)) {
                announce(chain);
            } else {
                crowd();
            }
            if (chain.state().trending()) {
                excitation += BRANCHING / EXCITATION_SECONDS;
            }
        }
        if (market.informed() != null) {
            int informed = draws.poisson(INFORMED_SHARE * crowd / Clock.STEPS_PER_TICK);
            for (int i = 0; i < informed; i++) {
                directional(market.informed().direction(), INFORMED_SIZE);
            }
        }
    }

    /** Trades what the next state will make profitable: its direction, or volatility. */
    private void announce(StateChain chain) {
        if (chain.next().trending()) {
            directional(chain.nextDirection(), 1);
        } else {
            trade(draws.pick(preference), 1, 1);
        }
    }

    private void crowd() {
        double bullish = 0.5 + MOOD_SWAY * Math.tanh(mood);
        int index = draws.pick(preference);
        boolean call = OptionBoard.isCall(index);
        double buys = call ? CALL_PURCHASES : PUT_PURCHASES;
        double sway = call ? bullish - 0.5 : 0.5 - bullish;
        trade(index, draws.chance(buys + sway) ? 1 : -1, 1);
    }

    private void directional(int direction, double sizeFactor) {
        boolean buys = draws.chance(BUYS);
        boolean call = direction > 0 == buys;
        trade(board.ofKind(draws.pick(preference), call), buys ? 1 : -1, sizeFactor);
    }

    private int side(int direction, double conviction) {
        return draws.chance(conviction) ? direction : -direction;
    }

    private void trade(int index, int sign, double sizeFactor) {
        double fair = pricer.price(index);
        double price =
                sign > 0
                        ? Spread.ask(fair, pricer.spot(), wideness)
                        : Spread.bid(fair, pricer.spot(), wideness);
        if (price == 0) {
            return; // Nobody bids: there is no one to sell to.
        }
        double drawn = MEDIAN_SIZE * sizeFactor * Math.exp(SIZE_DEVIATION * draws.gaussian());
        double size = Math.min(LARGEST_SIZE, Math.max(1, Math.rint(drawn)));
        board.traded(index, sign, size, price);
        dealers.customerTraded(index, sign * size);
        feed.event(
                new OptionTrade(
                        board.contract(index),
                        feed.nextTimeMillis(),
                        Feed.SOURCE,
                        feed.nextSequence(),
                        price,
                        size,
                        sign > 0 ? Aggressor.BUY : Aggressor.SELL,
                        VENUES[draws.below(VENUES.length)],
                        draws.chance(MULTI_LEG_SHARE)));
    }
}

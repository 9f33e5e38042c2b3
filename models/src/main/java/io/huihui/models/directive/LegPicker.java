package io.huihui.models.directive;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.decision.DeltaRange;
import io.huihui.models.decision.LegSide;
import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.ChainQuote;
import io.huihui.models.feature.ChainView;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Fills a structure with contracts of a live chain: all of one expiry within the days of the rule,
 * each within its range of delta and liquid, the most liquid first.
 */
final class LegPicker {

    /** Contracts traded today, below which a quote may be a wish. */
    static final double LEAST_VOLUME = 100;

    /** Contracts open, below which there may be nobody to close with. */
    static final double LEAST_OPEN_INTEREST = 50;

    /** Share of the mid. */
    static final double WIDEST_SPREAD = 0.05;

    /** Scores this close are equal but for rounding. */
    private static final double SAME_LIQUIDITY = 1e-9;

    private final ChainView chain;
    private final StrategyRule rule;

    private LegPicker(ChainView chain, StrategyRule rule) {
        this.chain = chain;
        this.rule = rule;
    }

    /** Returns the legs; null when no expiry has them all. Of two expiries the more liquid. */
    static ChosenLegs pick(ChainView chain, StrategyRule rule, long nowMillis) {
        LegPicker picker = new LegPicker(chain, rule);
        ChosenLegs best = null;
        List<ChainQuote> ofExpiry = new ArrayList<>();
        List<ChainQuote> quotes = chain.quotes();
        for (int i = 0; i < quotes.size(); i++) {
            ChainQuote quote = quotes.get(i);
            if (isLiquid(quote)) {
                ofExpiry.add(quote);
            }
            boolean last =
                    i + 1 == quotes.size()
                            || quotes.get(i + 1).contract().expiryTimeMillis()
                                    != quote.contract().expiryTimeMillis();
            if (last) {
                if (picker.isInRange(quote.contract().expiryTimeMillis(), nowMillis)) {
                    ChosenLegs found = picker.structure(ofExpiry);
                    if (found != null && (best == null || isMoreLiquid(found, best))) {
                        best = found;
                    }
                }
                ofExpiry.clear();
            }
        }
        return best;
    }

    private static boolean isMoreLiquid(ChosenLegs legs, ChosenLegs than) {
        return legs.liquidity() > than.liquidity() + SAME_LIQUIDITY;
    }

    private static boolean isLiquid(ChainQuote quote) {
        return quote.dayVolume() >= LEAST_VOLUME
                && quote.openInterest() >= LEAST_OPEN_INTEREST
                && quote.relativeSpread() <= WIDEST_SPREAD;
    }

    private boolean isInRange(long expiryTimeMillis, long nowMillis) {
        int days = TradingCalendar.newYork().daysToExpiry(nowMillis, expiryTimeMillis);
        return expiryTimeMillis > nowMillis
                && days >= rule.daysToExpiry().least()
                && days <= rule.daysToExpiry().most();
    }

    private ChosenLegs structure(List<ChainQuote> quotes) {
        return switch (rule.structure()) {
            case LONG_CALL -> legs(bought(find(quotes, OptionKind.CALL, rule.longDelta(), null)));
            case LONG_PUT -> legs(bought(find(quotes, OptionKind.PUT, rule.longDelta(), null)));
            case CALL_DEBIT_SPREAD -> debit(quotes, OptionKind.CALL);
            case PUT_DEBIT_SPREAD -> debit(quotes, OptionKind.PUT);
            case CALL_CREDIT_SPREAD -> credit(quotes, OptionKind.CALL);
            case PUT_CREDIT_SPREAD -> credit(quotes, OptionKind.PUT);
            case LONG_STRADDLE -> straddle(quotes, rule.longDelta(), LegSide.LONG);
            case IRON_CONDOR ->
                    join(credit(quotes, OptionKind.PUT), credit(quotes, OptionKind.CALL));
            case IRON_FLY -> fly(quotes);
        };
    }

    private ChosenLegs debit(List<ChainQuote> quotes, OptionKind kind) {
        ChainQuote near = find(quotes, kind, rule.longDelta(), null);
        return near == null
                ? null
                : legs(bought(near), sold(find(quotes, kind, rule.shortDelta(), beyond(near))));
    }

    private ChosenLegs credit(List<ChainQuote> quotes, OptionKind kind) {
        ChainQuote near = find(quotes, kind, rule.shortDelta(), null);
        return near == null
                ? null
                : legs(sold(near), bought(find(quotes, kind, rule.longDelta(), beyond(near))));
    }

    /** A call and a put of one strike, the call's delta within the range. */
    private ChosenLegs straddle(List<ChainQuote> quotes, DeltaRange delta, LegSide side) {
        ChosenLegs best = null;
        for (ChainQuote call : quotes) {
            if (call.contract().kind() == OptionKind.CALL && within(call, delta)) {
                ChainQuote put =
                        find(quotes, OptionKind.PUT, ANY_DELTA, quote -> sameStrike(quote, call));
                ChosenLegs both = legs(leg(side, call), leg(side, put));
                if (both != null && (best == null || isMoreLiquid(both, best))) {
                    best = both;
                }
            }
        }
        return best;
    }

    private ChosenLegs fly(List<ChainQuote> quotes) {
        ChosenLegs body = straddle(quotes, rule.shortDelta(), LegSide.SHORT);
        if (body == null) {
            return null;
        }
        ChainQuote near = body.legs().get(0).quote();
        ChosenLegs wings =
                legs(
                        bought(find(quotes, OptionKind.PUT, rule.longDelta(), below(near))),
                        bought(find(quotes, OptionKind.CALL, rule.longDelta(), above(near))));
        return join(body, wings);
    }

    private static final DeltaRange ANY_DELTA = new DeltaRange(0, 1);

    /** Farther out of the money than another of its kind. */
    private static Predicate<ChainQuote> beyond(ChainQuote near) {
        return near.contract().kind() == OptionKind.CALL ? above(near) : below(near);
    }

    private static Predicate<ChainQuote> above(ChainQuote near) {
        return quote -> quote.contract().strike() > near.contract().strike();
    }

    private static Predicate<ChainQuote> below(ChainQuote near) {
        return quote -> quote.contract().strike() < near.contract().strike();
    }

    private static boolean sameStrike(ChainQuote left, ChainQuote right) {
        return left.contract().strike() == right.contract().strike()
                && left.contract().root().equals(right.contract().root());
    }

    private static boolean within(ChainQuote quote, DeltaRange delta) {
        double size = Math.abs(quote.delta());
        return delta.low() <= size && size <= delta.high();
    }

    /** Returns the most liquid; of equals the one nearest the money, on both sides alike. */
    private ChainQuote find(
            List<ChainQuote> quotes,
            OptionKind kind,
            DeltaRange delta,
            Predicate<ChainQuote> condition) {
        ChainQuote best = null;
        for (ChainQuote quote : quotes) {
            if (quote.contract().kind() == kind
                    && within(quote, delta)
                    && (condition == null || condition.test(quote))
                    && (best == null || isBetter(quote, best))) {
                best = quote;
            }
        }
        return best;
    }

    private boolean isBetter(ChainQuote quote, ChainQuote than) {
        double more = quote.liquidityScore() - than.liquidityScore();
        double distance = Math.abs(Math.log(quote.contract().strike() / chain.spot()));
        double other = Math.abs(Math.log(than.contract().strike() / chain.spot()));
        return Math.abs(more) > SAME_LIQUIDITY ? more > 0 : distance < other;
    }

    private static ChosenLegs.Chosen bought(ChainQuote quote) {
        return leg(LegSide.LONG, quote);
    }

    private static ChosenLegs.Chosen sold(ChainQuote quote) {
        return leg(LegSide.SHORT, quote);
    }

    private static ChosenLegs.Chosen leg(LegSide side, ChainQuote quote) {
        return quote == null ? null : new ChosenLegs.Chosen(side, quote);
    }

    /** Returns the legs; null when one is missing. */
    private ChosenLegs legs(ChosenLegs.Chosen... legs) {
        List<ChosenLegs.Chosen> all = new ArrayList<>();
        for (ChosenLegs.Chosen leg : legs) {
            if (leg == null) {
                return null;
            }
            all.add(leg);
        }
        return new ChosenLegs(chain.spot(), chain.asOfMillis(), all);
    }

    private ChosenLegs join(ChosenLegs one, ChosenLegs other) {
        if (one == null || other == null) {
            return null;
        }
        List<ChosenLegs.Chosen> all = new ArrayList<>(one.legs());
        all.addAll(other.legs());
        return new ChosenLegs(chain.spot(), chain.asOfMillis(), all);
    }
}

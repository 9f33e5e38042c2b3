package io.huihui.simulator.option;

import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.quant.Greeks;
import io.huihui.simulator.Feed;
import io.huihui.simulator.random.Draws;

import java.util.ArrayList;
import java.util.List;

/** Whole-chain snapshots: quotes, greeks, open interest and day totals, some fields missing. */
final class ChainSnapshots {

    private final OptionBoard board;
    private final Pricer pricer;
    private final Feed feed;
    private final double missingShare;
    private final Draws draws;

    ChainSnapshots(OptionBoard board, Pricer pricer, Feed feed, double missingShare, Draws draws) {
        this.board = board;
        this.pricer = pricer;
        this.feed = feed;
        this.missingShare = missingShare;
        this.draws = draws;
    }

    /** Sends one slice per expiry, all of the same event time, and returns them. */
    List<ChainSlice> send(String symbol, long nowMillis, double underlyingPrice, double wideness) {
        List<ChainSlice> slices = new ArrayList<>(board.expiries());
        for (int expiry = 0; expiry < board.expiries(); expiry++) {
            List<ContractRow> rows = new ArrayList<>(board.contractsPerExpiry());
            int first = expiry * board.contractsPerExpiry();
            for (int i = 0; i < board.contractsPerExpiry(); i++) {
                rows.add(row(first + i, wideness));
            }
            ChainSlice slice =
                    new ChainSlice(
                            symbol,
                            nowMillis,
                            Feed.SOURCE,
                            feed.nextSequence(),
                            underlyingPrice,
                            expiry,
                            board.expiries(),
                            rows);
            feed.event(slice);
            slices.add(slice);
        }
        return slices;
    }

    private ContractRow row(int index, double wideness) {
        Greeks greeks = pricer.greeks(index);
        double fair = greeks.price();
        double spot = pricer.spot();
        return new ContractRow(
                board.contract(index),
                board.last[index] > 0 ? maybe(board.last[index]) : null,
                maybe(Spread.bid(fair, spot, wideness)),
                maybe(Spread.ask(fair, spot, wideness)),
                maybe(QuoteSizes.draw(draws)),
                maybe(QuoteSizes.draw(draws)),
                maybe(fair),
                maybe(pricer.volAnnual(index)),
                maybe(board.openInterest[index]),
                maybe(greeks.delta()),
                maybe(greeks.gamma()),
                maybe(greeks.thetaPerDay()),
                maybe(greeks.vega()),
                maybe(greeks.vanna()),
                maybe(greeks.vomma()),
                maybe(greeks.charmPerDay()),
                maybe(board.dayVolume(index)),
                maybe(board.buyVolume[index]),
                maybe(board.sellVolume[index]),
                maybe(board.buyPremium[index]),
                maybe(board.sellPremium[index]));
    }

    private Double maybe(double value) {
        return missingShare > 0 && draws.chance(missingShare) ? null : Double.valueOf(value);
    }
}

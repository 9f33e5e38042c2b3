package io.huihui.connectors.codec;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.Bar;
import io.huihui.models.event.BookSide;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.Depth;
import io.huihui.models.event.Label;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.event.OptionQuote;
import io.huihui.models.event.OptionTrade;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;
import io.huihui.models.event.Transcript;
import io.huihui.models.event.UnderlyingSnapshot;
import io.huihui.models.media.ReadingFailure;

/** Valid events drawn from dice. */
final class SampleEvents {

    private static final int DEEPEST = 12;

    private SampleEvents() {}

    static Quote quote(Dice dice) {
        double bid = dice.coin() ? dice.price() : 0;
        return new Quote(
                dice.symbol(),
                dice.time(),
                dice.source(),
                dice.sequence(),
                bid,
                dice.size(),
                bid + dice.unit(),
                dice.size());
    }

    static Trade trade(Dice dice) {
        return new Trade(
                dice.symbol(),
                dice.time(),
                dice.source(),
                dice.sequence(),
                dice.price(),
                dice.size(),
                dice.any(Aggressor.class),
                dice.coin() ? "D" : "",
                dice.coin(),
                dice.coin() ? "@ T" : "");
    }

    static Depth depth(Dice dice) {
        double mid = dice.price() + 100;
        return new Depth(
                dice.symbol(),
                dice.time(),
                dice.source(),
                dice.sequence(),
                side(dice, mid, -1),
                side(dice, mid, 1));
    }

    private static BookSide side(Dice dice, double mid, int direction) {
        int levels = dice.upTo(DEEPEST);
        double[] prices = new double[levels];
        double[] sizes = new double[levels];
        double price = mid;
        for (int level = 0; level < levels; level++) {
            price += direction * dice.between(0.01, 1);
            prices[level] = price;
            sizes[level] = dice.size();
        }
        return BookSide.of(prices, sizes);
    }

    static OptionContract contract(Dice dice, String underlying) {
        return new OptionContract(
                underlying,
                dice.coin() ? underlying : underlying + "W",
                dice.time(),
                dice.price(),
                dice.any(OptionKind.class),
                100);
    }

    static OptionQuote optionQuote(Dice dice) {
        double bid = dice.price();
        return new OptionQuote(
                contract(dice, dice.symbol()),
                dice.time(),
                dice.source(),
                dice.sequence(),
                bid,
                dice.size(),
                bid + dice.unit(),
                dice.size());
    }

    static OptionTrade optionTrade(Dice dice) {
        return new OptionTrade(
                contract(dice, dice.symbol()),
                dice.time(),
                dice.source(),
                dice.sequence(),
                dice.price(),
                dice.size(),
                dice.any(Aggressor.class),
                "C",
                dice.coin());
    }

    static ChainSlice chainSlice(Dice dice) {
        String symbol = dice.symbol();
        int count = 1 + dice.upTo(3);
        return new ChainSlice(
                symbol,
                dice.time(),
                dice.source(),
                dice.sequence(),
                dice.price(),
                dice.upTo(count - 1),
                count,
                dice.some(0, 5, () -> row(dice, symbol)));
    }

    private static ContractRow row(Dice dice, String symbol) {
        double bid = dice.price();
        return new ContractRow(
                contract(dice, symbol),
                dice.maybe(dice.price()),
                dice.maybe(bid),
                dice.maybe(bid + dice.unit()),
                dice.maybe(dice.size()),
                dice.maybe(dice.size()),
                dice.maybe(dice.price()),
                dice.maybe(dice.unit()),
                dice.maybe(dice.size()),
                dice.maybe(dice.between(-1, 1)),
                dice.maybe(dice.unit()),
                dice.maybe(dice.signed()),
                dice.maybe(dice.signed()),
                dice.maybe(dice.signed()),
                dice.maybe(dice.signed()),
                dice.maybe(dice.signed()),
                dice.maybe(dice.size()),
                dice.maybe(dice.size()),
                dice.maybe(dice.size()),
                dice.maybe(dice.size()),
                dice.maybe(dice.size()));
    }

    static UnderlyingSnapshot underlying(Dice dice) {
        double low = dice.price();
        return new UnderlyingSnapshot(
                dice.symbol(),
                dice.time(),
                dice.source(),
                dice.sequence(),
                dice.price(),
                dice.maybe(dice.price()),
                dice.maybe(low + dice.unit()),
                dice.maybe(low),
                dice.maybe(dice.price()),
                dice.maybe(dice.size()),
                dice.maybe(dice.price()),
                dice.maybe(dice.unit()));
    }

    static Bar bar(Dice dice) {
        double low = dice.price();
        double high = low + dice.unit();
        return new Bar(
                dice.symbol(),
                dice.time(),
                dice.source(),
                dice.sequence(),
                60,
                low,
                high,
                low,
                high,
                dice.size());
    }

    static NewsItem news(Dice dice) {
        return new NewsItem(
                dice.text(),
                dice.time(),
                dice.time(),
                dice.source(),
                dice.sequence(),
                dice.text(),
                dice.orNull(dice::text),
                dice.some(0, 3, dice::symbol));
    }

    static MediaItem media(Dice dice) {
        boolean read = dice.coin();
        return new MediaItem(
                dice.text(),
                dice.time(),
                dice.source(),
                dice.sequence(),
                dice.any(MediaItem.MediaKind.class),
                "bucket/" + dice.text(),
                read ? dice.text() : null,
                read ? dice.unit() : null,
                dice.some(0, 3, dice::symbol));
    }

    static Transcript transcript(Dice dice) {
        boolean read = dice.coin();
        long time = dice.time();
        return new Transcript(
                dice.text(),
                time,
                time + 10_000,
                dice.source(),
                dice.sequence(),
                dice.any(MediaItem.MediaKind.class),
                dice.text(),
                read ? dice.text() : null,
                read ? dice.unit() : null,
                read ? null : dice.any(ReadingFailure.class),
                read ? null : dice.text(),
                dice.some(0, 3, dice::symbol));
    }

    static MacroRelease macro(Dice dice) {
        long release = dice.time();
        return new MacroRelease(
                "CPIAUCSL",
                release,
                release,
                dice.source(),
                dice.sequence(),
                dice.maybe(dice.signed()),
                dice.maybe(dice.signed()),
                dice.maybe(dice.signed()));
    }

    static Label label(Dice dice) {
        return new Label(
                dice.text(),
                dice.symbol(),
                dice.time(),
                dice.source(),
                dice.sequence(),
                "UP",
                dice.text(),
                dice.unit());
    }
}

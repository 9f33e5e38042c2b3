package io.huihui.simulator.book;

import io.huihui.models.event.Depth;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BookTest {

    private static Book book(long seed) {
        return new Book(100, 1, 1_000, 10, Draws.of(seed, Stream.BOOK, "SPY", 20_458));
    }

    @Test
    void quotesFollowThePriceByWholeTicksAndStayWhenItHardlyMoves() {
        Book book = book(1);
        double bid = book.bid();

        book.follow(100.003, 1, 1);
        assertThat(book.bid()).isEqualTo(bid);

        book.follow(100.10, 1, 1);
        assertThat(0.5 * (book.bid() + book.ask())).isCloseTo(100.10, within(0.0051));
        assertThat(book.ask() - book.bid()).isCloseTo(0.01, within(1e-9));
    }

    @Test
    void anyWalkMakesBooksThatTheRecordAccepts() {
        Book book = book(2);
        Draws draws = Draws.of(2, Stream.PRICE, "SPY", 20_458);
        double price = 100;
        for (int i = 0; i < 20_000; i++) {
            price *= Math.exp(0.0005 * draws.gaussian());
            book.follow(price, 1 + draws.below(3), 0.5);
            book.order(0.5, 0.2);
            book.take(draws.sign(), 700);
            // The constructor refuses crossed or unordered books.
            Depth depth =
                    new Depth("SPY", 1_767_623_400_000L, "test", i, book.bidSide(), book.askSide());
            assertThat(depth.bids().price(0)).isEqualTo(book.bid());
        }
    }

    @Test
    void queuesSettleNearTheirUsualSizeAndTiltWithThePressure() {
        Book book = book(3);
        double bids = 0;
        double asks = 0;
        for (int i = 0; i < 200_000; i++) {
            book.order(1, 0.35);
            bids += book.bidSize();
            asks += book.askSize();
        }

        assertThat((bids + asks) / 2 / 200_000).isCloseTo(1_000, within(250.0));
        assertThat(bids).isGreaterThan(1.3 * asks);
    }

    @Test
    void aSpoofShowsBehindTheBestLevelOnly() {
        Book book = book(4);
        double best = book.bidSide().size(0);
        double third = book.bidSide().size(2);

        book.spoof(1, 5_000);

        assertThat(book.bidSide().size(0)).isEqualTo(best);
        assertThat(book.bidSide().size(2)).isEqualTo(third + 5_000);
        book.spoof(0, 0);
        assertThat(book.bidSide().size(2)).isEqualTo(third);
    }
}

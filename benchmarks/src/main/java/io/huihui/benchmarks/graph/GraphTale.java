package io.huihui.benchmarks.graph;

import io.huihui.models.graph.ContextQuestion;
import io.huihui.models.graph.Facts;
import io.huihui.models.graph.Link;
import io.huihui.models.graph.LinkKind;
import io.huihui.models.graph.Node;
import io.huihui.models.graph.NodeId;
import io.huihui.models.graph.NodeKind;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;

/**
 * A seeded market's facts, in rounds of some seconds: each symbol is advised every round, shows a
 * signal every other, changes its state every tenth; stories name one or two symbols; outcomes come
 * five minutes later.
 */
final class GraphTale {

    /** 2023-11-14T22:13:20Z. */
    static final long BEGIN = 1_700_000_000_000L;

    static final int SYMBOLS = 100;

    private static final int SECTORS = 11;
    private static final int NARRATIVES = 40;
    private static final long ROUND_MILLIS = 15_000;
    private static final long HORIZON_MILLIS = 300_000;
    private static final long LOOK_BACK_MILLIS = 3_600_000;
    private static final int HOPS = 3;
    private static final int MOST = 5;

    private final Random random;
    private final List<String> lastSignals = new ArrayList<>();
    private final Queue<Pending> pending = new ArrayDeque<>();
    private long round;
    private long links;

    private record Pending(NodeId snapshot, long knownMillis) {}

    GraphTale(long seed) {
        random = new Random(seed);
        for (int i = 0; i < SYMBOLS; i++) {
            lastSignals.add(null);
        }
    }

    /** Returns the sectors, which the rounds begin after. */
    List<Facts> sectors() {
        List<Facts> facts = new ArrayList<>();
        for (int i = 0; i < SYMBOLS; i++) {
            facts.add(
                    new Facts(
                            List.of(),
                            List.of(
                                    Link.since(
                                            LinkKind.IN_SECTOR,
                                            symbol(i),
                                            new NodeId(NodeKind.SECTOR, "Sector " + i % SECTORS),
                                            BEGIN))));
        }
        links += SYMBOLS;
        return facts;
    }

    /** Returns the facts of the next round. */
    List<Facts> next() {
        round++;
        long now = nowMillis();
        List<Facts> facts = new ArrayList<>();
        for (int i = 0; i < SYMBOLS; i++) {
            if (random.nextInt(2) == 0) {
                facts.add(signal(i, now));
            }
            if (random.nextInt(10) == 0) {
                facts.add(state(i, now));
            }
            if (random.nextInt(10) == 0) {
                facts.add(story(i, now));
            }
            facts.add(directive(i, now));
        }
        while (!pending.isEmpty() && pending.peek().knownMillis() <= now) {
            facts.add(outcome(pending.remove()));
        }
        facts.forEach(each -> links += each.links().size());
        return facts;
    }

    /** Returns how many links were told so far. */
    long links() {
        return links;
    }

    /** Returns the time of the last round. */
    long nowMillis() {
        return BEGIN + round * ROUND_MILLIS;
    }

    /** Returns a question about any symbol, every other one as of the end, else as of any time. */
    static ContextQuestion question(Random random, long endMillis) {
        long asOf =
                random.nextBoolean()
                        ? endMillis
                        : BEGIN + 1 + (long) (random.nextDouble() * (endMillis - BEGIN - 1));
        return new ContextQuestion(
                symbol(random.nextInt(SYMBOLS)), HOPS, asOf, LOOK_BACK_MILLIS, MOST);
    }

    private Facts signal(int symbol, long now) {
        NodeId id = new NodeId(NodeKind.SIGNAL, at(symbol, now) + "/VAPI_SURGE");
        lastSignals.set(symbol, id.id());
        return new Facts(
                List.of(new Node(id, "VAPI_SURGE", "BULLISH", 5 * random.nextDouble())),
                List.of(Link.since(LinkKind.SHOWED, symbol(symbol), id, now)));
    }

    private Facts state(int symbol, long now) {
        NodeId id = new NodeId(NodeKind.MARKET_STATE, at(symbol, now) + "/market-state/rules/1");
        NodeId regime = new NodeId(NodeKind.EVENT_REGIME, at(symbol, now) + "/SKEW_SHIFT");
        return new Facts(
                List.of(
                        new Node(id, "STRESS", "BEARISH", null),
                        new Node(regime, "SKEW_SHIFT", null, null)),
                List.of(
                        Link.since(LinkKind.IN_STATE, symbol(symbol), id, now),
                        Link.since(LinkKind.WITH_REGIME, id, regime, now)));
    }

    private Facts story(int symbol, long now) {
        NodeId id = new NodeId(NodeKind.NEWS, "wire/" + at(symbol, now) + "/1");
        NodeId narrative = new NodeId(NodeKind.NARRATIVE, "" + random.nextInt(NARRATIVES));
        int other = (symbol + 1 + random.nextInt(SYMBOLS - 1)) % SYMBOLS;
        return new Facts(
                List.of(new Node(id, "Shares of two companies move", "wire", null)),
                List.of(
                        Link.since(LinkKind.MENTIONS, id, symbol(symbol), now),
                        Link.since(LinkKind.MENTIONS, id, symbol(other), now),
                        Link.since(LinkKind.TELLS, id, narrative, now)));
    }

    private Facts directive(int symbol, long now) {
        NodeId id = new NodeId(NodeKind.DIRECTIVE, at(symbol, now) + "/directive/rules/1");
        NodeId snapshot = new NodeId(NodeKind.SNAPSHOT, at(symbol, now));
        pending.add(new Pending(snapshot, now + HORIZON_MILLIS));
        List<Link> told = new ArrayList<>();
        told.add(new Link(LinkKind.ADVISED, symbol(symbol), id, now, now + LOOK_BACK_MILLIS));
        told.add(Link.since(LinkKind.MADE_AT, id, snapshot, now));
        if (lastSignals.get(symbol) != null) {
            NodeId signal = new NodeId(NodeKind.SIGNAL, lastSignals.get(symbol));
            told.add(Link.since(LinkKind.RESTS_ON, id, signal, now));
        }
        return new Facts(List.of(new Node(id, "TRADE", "BULLISH", random.nextDouble())), told);
    }

    private Facts outcome(Pending of) {
        NodeId id = new NodeId(NodeKind.OUTCOME, of.snapshot().id() + "/GATE/5m/gate/1");
        return new Facts(
                List.of(new Node(id, "UP", "GATE 5m", 2 * random.nextDouble())),
                List.of(Link.since(LinkKind.TURNED_OUT, of.snapshot(), id, of.knownMillis())));
    }

    private static NodeId symbol(int number) {
        return NodeId.symbol("SYM" + number);
    }

    private static String at(int symbol, long millis) {
        return "SYM" + symbol + "@" + millis;
    }
}

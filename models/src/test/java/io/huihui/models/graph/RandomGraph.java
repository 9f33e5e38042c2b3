package io.huihui.models.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A small market's facts, seeded: what hangs together as it does in the real graph. */
public final class RandomGraph {

    /** 2023-11-14T22:13:20Z. */
    public static final long BEGIN = 1_700_000_000_000L;

    public static final int SYMBOLS = 6;

    private static final int SECTORS = 2;
    private static final long MINUTE = 60_000;

    private final Random random;
    private final List<Facts> facts = new ArrayList<>();
    private final List<NodeId> signals = new ArrayList<>();
    private long now = BEGIN;

    private RandomGraph(long seed) {
        random = new Random(seed);
    }

    /** Returns so many records' facts in the order in which they were known. */
    public static List<Facts> of(long seed, int records) {
        RandomGraph graph = new RandomGraph(seed);
        for (int i = 0; i < SYMBOLS; i++) {
            graph.sector(i);
        }
        for (int i = 0; i < records; i++) {
            graph.next(i);
        }
        graph.facts.sort(Comparator.comparingLong(Facts::knownMillis));
        return graph.facts;
    }

    /** Returns a question about a symbol, a directive or a narrative that there may be. */
    public static ContextQuestion question(Random random, long fromMillis, long toMillis) {
        NodeId about =
                switch (random.nextInt(6)) {
                    case 0 -> new NodeId(NodeKind.SECTOR, "sector" + random.nextInt(SECTORS));
                    case 1 -> new NodeId(NodeKind.NARRATIVE, "" + random.nextInt(5));
                    default -> symbol(random.nextInt(SYMBOLS));
                };
        long asOf = fromMillis + (long) (random.nextDouble() * (toMillis - fromMillis));
        return new ContextQuestion(
                about,
                1 + random.nextInt(ContextQuestion.MOST_HOPS),
                asOf,
                random.nextInt(20) * MINUTE,
                1 + random.nextInt(8));
    }

    private void next(int number) {
        now += random.nextInt(5) * 1_000L;
        int symbol = random.nextInt(SYMBOLS);
        switch (random.nextInt(7)) {
            case 0 -> state(symbol, number);
            case 1, 2 -> signal(symbol, number);
            case 3, 4 -> directive(symbol, number);
            case 5 -> story(number);
            default -> narrative(number);
        }
    }

    private void sector(int symbol) {
        NodeId first = new NodeId(NodeKind.SECTOR, "sector" + symbol % SECTORS);
        NodeId then = new NodeId(NodeKind.SECTOR, "sector" + (symbol + 1) % SECTORS);
        long change = BEGIN + random.nextInt(30) * MINUTE + 1;
        add(List.of(), Link.since(LinkKind.IN_SECTOR, symbol(symbol), first, BEGIN));
        add(List.of(), Link.since(LinkKind.IN_SECTOR, symbol(symbol), then, change));
        add(List.of(), new Link(LinkKind.IN_SECTOR, symbol(symbol), first, BEGIN, change));
    }

    private void state(int symbol, int number) {
        NodeId state = new NodeId(NodeKind.MARKET_STATE, "state" + number);
        NodeId regime = new NodeId(NodeKind.EVENT_REGIME, symbol + "regime" + random.nextInt(3));
        facts.add(
                new Facts(
                        List.of(
                                new Node(state, "STRESS" + number % 3, "BEARISH", null),
                                new Node(regime, "SKEW_SHIFT", null, null)),
                        List.of(
                                Link.since(LinkKind.IN_STATE, symbol(symbol), state, now),
                                Link.since(LinkKind.WITH_REGIME, state, regime, now))));
    }

    private void signal(int symbol, int number) {
        NodeId signal = new NodeId(NodeKind.SIGNAL, "signal" + number);
        signals.add(signal);
        add(
                List.of(new Node(signal, "PIN", "NEUTRAL", number / 10.0)),
                Link.since(LinkKind.SHOWED, symbol(symbol), signal, now));
    }

    private void directive(int symbol, int number) {
        NodeId directive = new NodeId(NodeKind.DIRECTIVE, "directive" + number);
        NodeId snapshot = new NodeId(NodeKind.SNAPSHOT, "snapshot" + number);
        List<Link> links = new ArrayList<>();
        links.add(
                new Link(
                        LinkKind.ADVISED,
                        symbol(symbol),
                        directive,
                        now,
                        now + (1 + random.nextInt(60)) * MINUTE));
        links.add(Link.since(LinkKind.MADE_AT, directive, snapshot, now));
        for (int i = Math.max(0, signals.size() - 3); i < signals.size(); i++) {
            links.add(Link.since(LinkKind.RESTS_ON, directive, signals.get(i), now));
        }
        facts.add(new Facts(List.of(new Node(directive, "TRADE", "BULLISH", 0.6)), links));
        NodeId outcome = new NodeId(NodeKind.OUTCOME, "outcome" + number);
        add(
                List.of(new Node(outcome, "UP", "GATE 5m", 0.4)),
                Link.since(LinkKind.TURNED_OUT, snapshot, outcome, now + 5 * MINUTE));
    }

    private void story(int number) {
        NodeId news = new NodeId(NodeKind.NEWS, "wire/" + number + "/1");
        NodeId narrative = new NodeId(NodeKind.NARRATIVE, "" + random.nextInt(5));
        facts.add(
                new Facts(
                        List.of(new Node(news, "headline " + number, "wire", null)),
                        List.of(
                                Link.since(
                                        LinkKind.MENTIONS,
                                        news,
                                        symbol(random.nextInt(SYMBOLS)),
                                        now),
                                Link.since(LinkKind.TELLS, news, narrative, now))));
    }

    private void narrative(int number) {
        NodeId change = new NodeId(NodeKind.NARRATIVE_CHANGE, "change" + number);
        add(
                List.of(new Node(change, "BORN", "oil strike", 1.0)),
                Link.since(
                        LinkKind.CHANGED,
                        new NodeId(NodeKind.NARRATIVE, "" + random.nextInt(5)),
                        change,
                        now));
    }

    private void add(List<Node> nodes, Link link) {
        facts.add(new Facts(nodes, List.of(link)));
    }

    private static NodeId symbol(int number) {
        return NodeId.symbol("SYM" + number);
    }
}

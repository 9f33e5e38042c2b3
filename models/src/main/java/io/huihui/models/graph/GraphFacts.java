package io.huihui.models.graph;

import io.huihui.models.decision.Directive;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.Signal;
import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.sentiment.narrative.NarratedStory;
import io.huihui.models.expert.sentiment.narrative.NarrativeEvent;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.outcome.ScoringGrid;

import java.util.ArrayList;
import java.util.List;

/** What each kind of record adds to the graph. */
public final class GraphFacts {

    /** The distance of two snapshots. */
    private static final long ONE_SECOND_MILLIS = 1_000;

    private GraphFacts() {}

    /** Returns that the symbol is in a state from now on, with the regimes that are active. */
    public static Facts of(MarketState state) {
        SnapshotId snapshot = state.snapshot();
        long atMillis = snapshot.secondEndMillis();
        NodeId id =
                new NodeId(
                        NodeKind.MARKET_STATE,
                        snapshot.text() + "/market-state/" + state.rulesVersion());
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        nodes.add(new Node(id, state.condition().name(), state.trend().name(), null));
        links.add(Link.since(LinkKind.IN_STATE, symbol(snapshot), id, atMillis));
        for (EventRegime event : state.events()) {
            NodeId regime =
                    new NodeId(
                            NodeKind.EVENT_REGIME,
                            snapshot.symbol() + "@" + event.onsetMillis() + "/" + event.name());
            nodes.add(new Node(regime, event.name().name(), null, null));
            links.add(Link.since(LinkKind.WITH_REGIME, id, regime, atMillis));
        }
        return new Facts(nodes, links);
    }

    /** Returns that the symbol showed a signal in its second. */
    public static Facts of(Signal signal) {
        NodeId id = new NodeId(NodeKind.SIGNAL, signal.id());
        return new Facts(
                List.of(
                        new Node(
                                id,
                                signal.name().name(),
                                signal.direction().name(),
                                signal.strength())),
                List.of(
                        Link.since(
                                LinkKind.SHOWED,
                                symbol(signal.snapshot()),
                                id,
                                signal.snapshot().secondEndMillis())));
    }

    /**
     * Returns what was advised, the signals it rests on and the snapshots by which outcomes find
     * it.
     */
    public static Facts of(Directive directive) {
        long atMillis = directive.snapshot().secondEndMillis();
        long untilMillis =
                directive.plan() == null
                        ? atMillis + ONE_SECOND_MILLIS
                        : directive.plan().exitByMillis();
        NodeId id = new NodeId(NodeKind.DIRECTIVE, directive.id());
        String detail =
                directive.isTrade() ? directive.thesis().name() : directive.noTradeReason().name();
        List<Link> links = new ArrayList<>();
        links.add(
                new Link(
                        LinkKind.ADVISED, symbol(directive.snapshot()), id, atMillis, untilMillis));
        links.add(Link.since(LinkKind.MADE_AT, id, snapshot(directive.snapshot()), atMillis));
        SnapshotId judged = ScoringGrid.scoredFrom(directive.snapshot());
        if (!judged.equals(directive.snapshot())) {
            links.add(Link.since(LinkKind.JUDGED_AT, id, snapshot(judged), atMillis));
        }
        for (String signal : directive.signals()) {
            links.add(
                    Link.since(
                            LinkKind.RESTS_ON, id, new NodeId(NodeKind.SIGNAL, signal), atMillis));
        }
        return new Facts(
                List.of(new Node(id, directive.action().name(), detail, directive.probability())),
                links);
    }

    /** Returns how a snapshot turned out; known a horizon later. */
    public static Facts of(Outcome outcome) {
        SnapshotId snapshot = outcome.snapshot();
        String horizon = outcome.thesis().horizon().minutes() + "m";
        NodeId id =
                new NodeId(
                        NodeKind.OUTCOME,
                        String.join(
                                "/",
                                snapshot.text(),
                                outcome.predictor(),
                                horizon,
                                outcome.modelVersion()));
        return new Facts(
                List.of(
                        new Node(
                                id,
                                outcome.realized().name(),
                                outcome.predictor() + " " + horizon,
                                outcome.brier())),
                List.of(
                        Link.since(
                                LinkKind.TURNED_OUT,
                                snapshot(snapshot),
                                id,
                                snapshot.secondEndMillis() + outcome.thesis().horizon().millis())));
    }

    /** Returns which symbols a story names, and the narrative it belongs to. */
    public static Facts of(NarratedStory story) {
        NewsItem item = story.item();
        NodeId id =
                new NodeId(NodeKind.NEWS, item.source() + "/" + item.id() + "/" + item.sequence());
        List<Link> links = new ArrayList<>();
        for (String symbol : item.symbols()) {
            links.add(
                    Link.since(
                            LinkKind.MENTIONS,
                            id,
                            NodeId.symbol(symbol),
                            item.receivedTimeMillis()));
        }
        if (story.topic() != NarratedStory.NO_TOPIC) {
            links.add(
                    Link.since(
                            LinkKind.TELLS,
                            id,
                            narrative(story.topic()),
                            item.receivedTimeMillis()));
        }
        return new Facts(List.of(new Node(id, item.headline(), item.source(), null)), links);
    }

    /** Returns that a narrative began or stopped to make news. */
    public static Facts of(NarrativeEvent event) {
        NodeId id = new NodeId(NodeKind.NARRATIVE_CHANGE, event.topic() + "/" + event.kind());
        return new Facts(
                List.of(
                        new Node(
                                id,
                                event.kind().name(),
                                String.join(" ", event.keywords()),
                                event.shift() ? 1.0 : 0.0)),
                List.of(
                        Link.since(
                                LinkKind.CHANGED,
                                narrative(event.topic()),
                                id,
                                event.eventTimeMillis())));
    }

    /** Returns that a symbol belongs to a sector. */
    public static Facts of(SectorMembership membership) {
        return new Facts(
                List.of(),
                List.of(
                        new Link(
                                LinkKind.IN_SECTOR,
                                NodeId.symbol(membership.symbol()),
                                new NodeId(NodeKind.SECTOR, membership.sector()),
                                membership.fromMillis(),
                                membership.untilMillis())));
    }

    private static NodeId symbol(SnapshotId snapshot) {
        return NodeId.symbol(snapshot.symbol());
    }

    private static NodeId snapshot(SnapshotId snapshot) {
        return new NodeId(NodeKind.SNAPSHOT, snapshot.text());
    }

    private static NodeId narrative(long topic) {
        return new NodeId(NodeKind.NARRATIVE, String.valueOf(topic));
    }
}

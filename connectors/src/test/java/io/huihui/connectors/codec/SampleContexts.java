package io.huihui.connectors.codec;

import io.huihui.models.feature.SnapshotId;
import io.huihui.models.graph.Context;
import io.huihui.models.graph.Context.Sight;
import io.huihui.models.graph.ContextRules;
import io.huihui.models.graph.KnownContext;
import io.huihui.models.graph.Link;
import io.huihui.models.graph.LinkKind;
import io.huihui.models.graph.Node;
import io.huihui.models.graph.NodeId;
import io.huihui.models.graph.NodeKind;

/** What was known around decisions, at random. */
final class SampleContexts {

    private SampleContexts() {}

    static KnownContext known(Dice dice) {
        SnapshotId snapshot = SampleOpinions.snapshot(dice);
        ContextRules rules = new ContextRules(1 + dice.upTo(2), dice.upTo(3_600_000), 5, 1_000);
        return new KnownContext(
                snapshot.text() + "/conflict",
                snapshot,
                dice.coin(),
                new Context(
                        rules.about(snapshot),
                        dice.some(0, 4, () -> new Sight(1 + dice.upTo(2), link(dice))),
                        dice.some(0, 4, () -> node(dice))));
    }

    private static Link link(Dice dice) {
        LinkKind kind = dice.any(LinkKind.class);
        long from = SampleOpinions.snapshot(dice).secondEndMillis();
        return new Link(
                kind,
                new NodeId(kind.from(), dice.text()),
                new NodeId(kind.to(), dice.text()),
                from,
                dice.coin() ? from + 1 + dice.upTo(60_000) : null);
    }

    private static Node node(Dice dice) {
        NodeId id = new NodeId(dice.any(NodeKind.class), dice.text());
        return dice.coin()
                ? Node.silent(id)
                : new Node(
                        id, dice.text(), dice.orNull(dice::text), dice.maybe(dice.between(-1, 1)));
    }
}

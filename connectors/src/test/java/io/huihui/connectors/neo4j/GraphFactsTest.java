package io.huihui.connectors.neo4j;

import io.huihui.connectors.store.DecisionSamples;
import io.huihui.models.InvalidRecordException;
import io.huihui.models.decision.Directive;
import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.sentiment.narrative.NarratedStory;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.graph.Facts;
import io.huihui.models.graph.GraphFacts;
import io.huihui.models.graph.Link;
import io.huihui.models.graph.LinkKind;
import io.huihui.models.graph.Node;
import io.huihui.models.graph.NodeId;
import io.huihui.models.graph.NodeKind;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GraphFactsTest {

    private static final long SECOND = DecisionSamples.SECOND;
    private static final NodeId SPY = NodeId.symbol("SPY");

    @Test
    void aTradeIsAdviceUntilItsExitAndRestsOnItsSignals() {
        Facts facts = GraphFacts.of(DecisionSamples.trade());

        NodeId id = new NodeId(NodeKind.DIRECTIVE, DecisionSamples.trade().id());
        assertThat(facts.nodes()).containsExactly(new Node(id, "TRADE", "BULLISH", 0.7));
        assertThat(facts.links())
                .containsExactly(
                        new Link(LinkKind.ADVISED, SPY, id, SECOND, SECOND + 3_600_000),
                        Link.since(
                                LinkKind.MADE_AT,
                                id,
                                new NodeId(NodeKind.SNAPSHOT, "SPY@" + SECOND),
                                SECOND),
                        Link.since(
                                LinkKind.RESTS_ON,
                                id,
                                new NodeId(NodeKind.SIGNAL, DecisionSamples.signal().id()),
                                SECOND));
    }

    @Test
    void adviceOfASecondThatIsNotScoredIsJudgedAtTheNextThatIs() {
        Directive trade = DecisionSamples.tradeAt(new SnapshotId("SPY", SECOND + 1_000));

        assertThat(GraphFacts.of(trade).links())
                .contains(
                        Link.since(
                                LinkKind.JUDGED_AT,
                                new NodeId(NodeKind.DIRECTIVE, trade.id()),
                                new NodeId(NodeKind.SNAPSHOT, "SPY@" + (SECOND + 10_000)),
                                SECOND + 1_000));
    }

    @Test
    void notToTradeIsAdviceForItsSecondWithTheReason() {
        Facts facts = GraphFacts.of(DecisionSamples.noTrade());

        assertThat(facts.nodes().get(0).detail()).isEqualTo("NO_OPINION");
        assertThat(facts.links().get(0).validToMillis()).isEqualTo(SECOND + 1_000);
    }

    @Test
    void anOutcomeIsKnownAHorizonAfterItsSnapshot() {
        Facts facts = GraphFacts.of(DecisionSamples.outcome());

        assertThat(facts.nodes().get(0).says()).isEqualTo("UP");
        assertThat(facts.links().get(0).validFromMillis()).isEqualTo(SECOND + 300_000);
    }

    @Test
    void aCorrectedStoryIsAnotherNodeAndOneWithoutATopicTellsNoNarrative() {
        Facts first = GraphFacts.of(new NarratedStory(story(1), 17));
        Facts corrected = GraphFacts.of(new NarratedStory(story(2), NarratedStory.NO_TOPIC));

        assertThat(first.links())
                .extracting(Link::kind)
                .containsExactly(LinkKind.MENTIONS, LinkKind.MENTIONS, LinkKind.TELLS);
        assertThat(corrected.links())
                .extracting(Link::kind)
                .containsExactly(LinkKind.MENTIONS, LinkKind.MENTIONS);
        assertThat(corrected.nodes().get(0).id()).isNotEqualTo(first.nodes().get(0).id());
    }

    @Test
    void refusesALinkBetweenWrongNodesOrThatEndsBeforeItBegins() {
        NodeId signal = new NodeId(NodeKind.SIGNAL, "s");
        assertThatThrownBy(() -> Link.since(LinkKind.ADVISED, SPY, signal, SECOND))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("need ADVISED to lead from SYMBOL to DIRECTIVE, was SYMBOL to SIGNAL");
        NodeId sector = new NodeId(NodeKind.SECTOR, "Energy");
        assertThatThrownBy(() -> new Link(LinkKind.IN_SECTOR, SPY, sector, SECOND, SECOND))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("need validFromMillis < validToMillis");
    }

    private static NewsItem story(long sequence) {
        return new NewsItem(
                "n1", SECOND, SECOND, "wire", sequence, "Index falls", null, List.of("SPY", "QQQ"));
    }
}

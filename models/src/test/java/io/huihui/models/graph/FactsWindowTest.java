package io.huihui.models.graph;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class FactsWindowTest {

    private static final long MINUTE = 60_000;
    private static final ContextRules RULES = new ContextRules(3, 20 * MINUTE, 4, 100_000);
    private static final List<Facts> FACTS = RandomGraph.of(41, 3_000);
    private static final long END = FACTS.get(FACTS.size() - 1).knownMillis();

    /** In any order, with what is held made anew now and then as after a restore. */
    @Test
    void answersAsWhoLooksAtEveryLinkAndHoldsLittle() {
        PlainGraph plain = new PlainGraph();
        FACTS.forEach(plain::take);
        List<Facts> mixed = new ArrayList<>(FACTS);
        Collections.shuffle(mixed, new Random(42));
        Random random = new Random(43);
        Set<Facts> held = new HashSet<>(mixed);
        FactsWindow window = windowOf(held);
        int most = 0;
        int sights = 0;
        for (long now = RandomGraph.BEGIN; now <= END; now += MINUTE) {
            if (random.nextInt(5) == 0) {
                window = windowOf(held);
            }
            held.removeAll(window.advance(now));
            most = Math.max(most, upTo(now, held));
            for (int i = 0; i < 5; i++) {
                ContextQuestion question = question(random, now);
                Context answer = window.context(question);
                assertThat(window.covers(question)).isTrue();
                assertThat(answer).isEqualTo(plain.context(question));
                sights += answer.sights().size();
            }
        }

        assertThat(sights).isGreaterThan(5_000);
        assertThat(most).isBetween(100, FACTS.size() / 2);
    }

    @Test
    void factsThatAreThereAlreadyAreNoNews() {
        FactsWindow window = new FactsWindow(RULES);

        assertThat(window.add(FACTS.get(0))).isTrue();
        assertThat(window.add(FACTS.get(0))).isFalse();
    }

    @Test
    void anOutcomeOfASnapshotWithoutADirectiveIsNotHeld() {
        NodeId snapshot = new NodeId(NodeKind.SNAPSHOT, "s");
        NodeId outcome = new NodeId(NodeKind.OUTCOME, "o");
        Facts facts =
                new Facts(
                        List.of(new Node(outcome, "UP", "GATE 5m", 0.4)),
                        List.of(Link.since(LinkKind.TURNED_OUT, snapshot, outcome, MINUTE)));
        FactsWindow window = new FactsWindow(RULES);
        window.add(facts);

        assertThat(window.advance(MINUTE)).containsExactly(facts);
        assertThat(window.oldestMillis()).isNull();
    }

    @Test
    void aWindowThatHadTooLittleRoomSaysSo() {
        FactsWindow window = new FactsWindow(new ContextRules(3, 20 * MINUTE, 4, 200));
        FACTS.forEach(window::add);
        window.advance(END);

        assertThat(window.covers(question(new Random(1), END))).isFalse();
    }

    private static FactsWindow windowOf(Iterable<Facts> held) {
        FactsWindow window = new FactsWindow(RULES);
        held.forEach(window::add);
        return window;
    }

    private static int upTo(long now, Set<Facts> held) {
        return (int) held.stream().filter(each -> each.knownMillis() <= now).count();
    }

    private static ContextQuestion question(Random random, long asOf) {
        NodeId about = NodeId.symbol("SYM" + random.nextInt(RandomGraph.SYMBOLS));
        return new ContextQuestion(about, 3, asOf, RULES.lookBackMillis(), RULES.most());
    }
}

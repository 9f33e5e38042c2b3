package io.huihui.models.graph;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class GraphMirrorTest {

    private static final long END = RandomGraph.BEGIN + 4_000_000;
    private static final int RECORDS = 2_000;

    @Test
    void answersAsWhoLooksAtEveryLink() {
        for (long seed = 1; seed <= 3; seed++) {
            List<Facts> facts = RandomGraph.of(seed, RECORDS);
            PlainGraph plain = plain(facts);
            GraphMirror mirror = new GraphMirror();
            facts.forEach(mirror::take);

            int sights = 0;
            Random random = new Random(seed);
            for (int i = 0; i < 100; i++) {
                ContextQuestion question = RandomGraph.question(random, RandomGraph.BEGIN, END);
                Context answer = mirror.context(question);
                assertThat(mirror.covers(question)).isTrue();
                assertThat(answer).isEqualTo(plain.context(question));
                sights += answer.sights().size();
            }
            assertThat(sights).isGreaterThan(1_000);
        }
    }

    @Test
    void theOrderOfFactsAndTheirRepetitionDoNotMatter() {
        List<Facts> facts = RandomGraph.of(7, RECORDS);
        PlainGraph plain = plain(facts);
        List<Facts> mixed = new ArrayList<>(facts);
        mixed.addAll(facts.subList(0, RECORDS / 2));
        Collections.shuffle(mixed, new Random(8));
        GraphMirror mirror = new GraphMirror();
        mixed.forEach(mirror::take);

        Random random = new Random(9);
        for (int i = 0; i < 100; i++) {
            ContextQuestion question = RandomGraph.question(random, RandomGraph.BEGIN, END);
            assertThat(mirror.context(question)).isEqualTo(plain.context(question));
        }
    }

    @Test
    void anAnswerAsOfAMomentDoesNotChangeWithLaterFacts() {
        List<Facts> facts = RandomGraph.of(11, RECORDS);
        GraphMirror whole = new GraphMirror();
        facts.forEach(whole::take);
        GraphMirror growing = new GraphMirror();
        Random random = new Random(12);
        int next = 0;
        for (long asOf = RandomGraph.BEGIN; asOf < END; asOf += 80_000) {
            while (next < facts.size() && facts.get(next).knownMillis() <= asOf) {
                growing.take(facts.get(next++));
            }
            for (int i = 0; i < 5; i++) {
                ContextQuestion question = RandomGraph.question(random, asOf, asOf);
                assertThat(whole.context(question)).isEqualTo(growing.context(question));
            }
        }
    }

    @Test
    void isBoundedAndSaysWhatItStillCovers() {
        List<Facts> facts = RandomGraph.of(21, 6_000);
        PlainGraph plain = plain(facts);
        GraphMirror mirror = new GraphMirror(2_500);
        for (Facts each : facts) {
            mirror.take(each);
            assertThat(mirror.links()).isLessThanOrEqualTo(2_500);
        }

        int covered = 0;
        Random random = new Random(22);
        long end = facts.get(facts.size() - 1).knownMillis();
        for (int i = 0; i < 600; i++) {
            ContextQuestion question = RandomGraph.question(random, RandomGraph.BEGIN, end);
            if (mirror.covers(question)) {
                covered++;
                assertThat(mirror.context(question)).isEqualTo(plain.context(question));
            }
        }
        assertThat(covered).isBetween(30, 570);
        assertThat(plain.links()).isGreaterThan(8_000);
    }

    private static PlainGraph plain(List<Facts> facts) {
        PlainGraph plain = new PlainGraph();
        facts.forEach(plain::take);
        return plain;
    }
}

package io.huihui.models.explanation;

import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.ConflictView;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.Explanation;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Resolution;
import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.SnapshotId;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ConflictResolverTest {

    private static final SnapshotId SNAPSHOT = new SnapshotId("SPY", 1_699_974_000_000L);

    @Test
    void theMoreConfidentSideHoldsAndTheOtherIsKeptAsDissent() {
        ConflictRecord conflict =
                conflict(
                        view(Expert.FLOW, 0.8, 0.1, 0.8, "VAPI_FA_5M", 1.5),
                        view(Expert.SENTIMENT, 0.2, 0.7, 0.4, "NEWS", -0.9));

        Resolution resolution = ConflictResolver.resolve(conflict);
        // Up: (.8 x .8 + .4 x .2) / 1.2
        assertThat(resolution.decision()).isEqualTo(Direction.UP);
        assertThat(resolution.text()).contains("UP has 0.600").contains("against [SENTIMENT]");
        assertThat(resolution.dissent()).containsExactly(Expert.SENTIMENT);
        assertThat(resolution.counterEvidence())
                .containsExactly(new Contribution("SENTIMENT.NEWS", -0.9));
        assertThat(resolution.views()).isEqualTo(conflict.views());
        assertThat(resolution.views().get(0).opinionId()).isEqualTo("opinion of FLOW");
    }

    @Test
    void evenlySplitExpertsExpectNothing() {
        Resolution resolution =
                ConflictResolver.resolve(
                        conflict(
                                view(Expert.FLOW, 0.7, 0.1, 0.7, "a", 1),
                                view(Expert.REGIME, 0.1, 0.7, 0.7, "b", 1)));

        assertThat(resolution.decision()).isEqualTo(Direction.FLAT);
        assertThat(resolution.dissent()).containsExactly(Expert.FLOW, Expert.REGIME);
    }

    @Test
    void hashTellsTheLastBitOfAnInput() {
        ConflictRecord one = conflict(view(Expert.FLOW, 0.7, 0.1, 0.7, "a", 1), other());
        ConflictRecord same = conflict(view(Expert.FLOW, 0.7, 0.1, 0.7, "a", 1), other());
        ConflictRecord bit =
                conflict(view(Expert.FLOW, 0.7, 0.1, 0.7, "a", Math.nextUp(1.0)), other());

        assertThat(ConflictResolver.resolve(one).inputsHash())
                .hasSize(64)
                .isEqualTo(ConflictResolver.resolve(same).inputsHash())
                .isNotEqualTo(ConflictResolver.resolve(bit).inputsHash());
    }

    @Test
    void whoSettlesItAnewFindsEveryChangedField() {
        ConflictRecord conflict = conflict(view(Expert.FLOW, 0.7, 0.1, 0.7, "a", 1), other());
        Resolution resolution = ConflictResolver.resolve(conflict);
        ConflictRecord another = conflict(view(Expert.FLOW, 0.1, 0.7, 0.7, "a", 1), other());

        assertThat(ConflictResolver.complaint(conflict, resolution)).isEmpty();
        assertThat(ConflictResolver.complaint(conflict, resolution.reworded("Decision FLAT.")))
                .isEmpty();
        assertThat(ConflictResolver.complaint(conflict, resolution.reworded("Decision UP.")))
                .contains("need \"decision FLAT\", was \"Decision UP\"");
        assertThat(ConflictResolver.complaint(another, resolution).orElse("accepted"))
                .startsWith("need the decision DOWN with hash ")
                .contains(", was FLAT with hash " + resolution.decisionHash());
    }

    @Property(tries = 300)
    void everyConflictHasACompleteTraceThatAddsUp(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ConflictView> views = new ArrayList<>();
        for (Expert expert : Expert.values()) {
            double up = random.nextDouble();
            double down = random.nextDouble() * (1 - up);
            views.add(view(expert, up, down, random.nextDouble(), "x", random.nextDouble()));
        }
        ConflictRecord conflict = conflict(views.toArray(ConflictView[]::new));

        Resolution resolution = ConflictResolver.resolve(conflict);
        assertThat(ConflictResolver.resolve(conflict)).isEqualTo(resolution);
        assertThat(resolution.text()).hasSizeLessThanOrEqualTo(Resolution.LONGEST_TEXT);
        for (ConflictView view : conflict.views()) {
            assertThat(resolution.dissent().contains(view.expert()))
                    .isEqualTo(view.thesis().likeliest() != resolution.decision());
        }
        Explanation explanation = ConflictResolver.explain(conflict);
        double sum = explanation.contributions().stream().mapToDouble(Contribution::value).sum();
        assertThat(sum).isCloseTo(explanation.score(), within(1e-9));
    }

    private static ConflictView other() {
        return view(Expert.REGIME, 0.1, 0.7, 0.7, "b", 1);
    }

    private static ConflictRecord conflict(ConflictView... views) {
        return new ConflictRecord(
                SNAPSHOT.text() + "/conflict", SNAPSHOT, List.of(views), 0.5, true, "test/1");
    }

    private static ConflictView view(
            Expert expert, double up, double down, double confidence, String input, double value) {
        return new ConflictView(
                expert,
                new Thesis(Horizon.MINUTES_15, up, down, 1 - up - down),
                confidence,
                List.of(new Contribution(input, value)),
                "opinion of " + expert);
    }
}

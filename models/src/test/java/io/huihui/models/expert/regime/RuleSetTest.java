package io.huihui.models.expert.regime;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.Sent;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RuleSetTest {

    private static final RegimeRules FIRST = rules("desk/1", "REALIZED_VOL_30M gt 0.30");
    private static final RegimeRules SECOND = rules("desk/2", "REALIZED_VOL_30M gt 0.10");

    @Test
    void aSetHoldsForWhatHappensAfterItsTimeAndTheLaterSentOfOneTime() {
        Sent<RegimeRules> sets = new Sent<>(RegimeRules.shipped());
        sets.add(new Sent.Place(2_000, "desk", 2), SECOND);
        sets.add(new Sent.Place(2_000, "desk", 1), FIRST);
        sets.add(new Sent.Place(9_000, "desk", 3), FIRST);

        assertThat(sets.inForce(2_000)).isSameAs(RegimeRules.shipped());
        assertThat(sets.inForce(3_000)).isSameAs(SECOND);
        assertThat(sets.inForce(9_000)).isSameAs(SECOND);
        assertThat(sets.inForce(10_000)).isSameAs(FIRST);
    }

    @Test
    void aTextThatIsNotUnderstoodIsNoRuleSet() {
        assertThatThrownBy(() -> new RuleSet(86_400_000L, "desk", 1, FIRST.yaml() + "\nmore: 1"))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("`version` or `regimes`")
                .hasMessageContaining("line");
    }

    /** Such a text comes by a topic: anything but this exception would stop the job. */
    @Test
    void noTextDoesMoreThanToBeRefused() {
        for (String text :
                new String[] {
                    "version: a\u0007b", "[".repeat(200_000), "a: &x [*x]", "\u0000", "- - -", "{{"
                }) {
            assertThatThrownBy(() -> new RuleSet(86_400_000L, "desk", 1, text))
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("need");
        }
    }

    /** From the second that follows, and the version stands in the state. */
    @Test
    void anExpertJudgesByOtherRulesAndKeepsWhatItKnows() {
        RuleBasedRegimeExpert expert = new RuleBasedRegimeExpert(FIRST);
        MarketState before = state(expert, 1);
        expert.follow(SECOND);
        MarketState after = state(expert, 2);

        assertThat(before.rulesVersion()).isEqualTo("desk/1");
        assertThat(before.has(EventRegimeName.HIGH_VOLATILITY)).isFalse();
        assertThat(after.rulesVersion()).isEqualTo("desk/2");
        assertThat(after.has(EventRegimeName.HIGH_VOLATILITY)).isTrue();
        assertThat(after.condition()).isEqualTo(before.condition());
    }

    /** What the rules' own metrics were is found again, so that a restart changes nothing. */
    @Test
    void restoredUnderRulesOfOnesOwnGoesOnWithTheSameBits() throws IOException {
        RegimeRules own = rules("desk/3", "SKEW_25_DELTA@1m gt 0.01");
        List<MarketState> straight = new ArrayList<>();
        RuleBasedRegimeExpert expert = new RuleBasedRegimeExpert();
        List<MarketState> broken = new ArrayList<>();
        RuleBasedRegimeExpert half = new RuleBasedRegimeExpert();
        for (int second = 1; second <= 180; second++) {
            expert.follow(own);
            straight.add(state(expert, second));
            if (second == 90) {
                half = restored(half);
            }
            half.follow(own);
            broken.add(state(half, second));
        }

        assertThat(broken).isEqualTo(straight);
        assertThat(straight).anyMatch(state -> state.has(EventRegimeName.HIGH_VOLATILITY));
        assertThat(straight).anyMatch(state -> !state.has(EventRegimeName.HIGH_VOLATILITY));
    }

    private static RuleBasedRegimeExpert restored(RuleBasedRegimeExpert expert) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        expert.writeTo(new DataOutputStream(bytes));
        RuleBasedRegimeExpert restored = new RuleBasedRegimeExpert();
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        return restored;
    }

    private static MarketState state(RuleBasedRegimeExpert expert, int second) {
        FeatureSnapshot snapshot =
                Snapshots.at(
                        second,
                        Snapshots.leaning(0)
                                .set(Feature.REALIZED_VOL_30M, 0.15)
                                .set(Feature.SKEW_25_DELTA, 0.0004 * second)
                                .build());
        ExpertOpinion opinion = expert.observe(snapshot);
        return opinion.regime().state();
    }

    private static RegimeRules rules(String version, String condition) {
        return RegimeRules.of(
                "version: "
                        + version
                        + "\nregimes:\n  HIGH_VOLATILITY:\n    lasts: 5s\n    when:\n      - "
                        + condition
                        + "\n");
    }
}

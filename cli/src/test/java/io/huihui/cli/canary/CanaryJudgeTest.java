package io.huihui.cli.canary;

import io.huihui.models.decision.DeadLetter;
import io.huihui.models.decision.Verdict;
import io.huihui.models.decision.VolatilityView;
import io.huihui.models.directive.Verdicts;
import io.huihui.models.feature.SnapshotId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class CanaryJudgeTest {

    private static final long BEGIN = 1_741_788_000_000L;
    private static final long SECOND = 1_000;
    private static final CanaryLimits LIMITS = new CanaryLimits(0.05, 1_000);

    private final CanaryJudge judge = new CanaryJudge(LIMITS, Set.of("SPY"));

    private static Verdict verdict(String symbol, int second, double up) {
        return Verdicts.on(
                new SnapshotId(symbol, BEGIN + second * SECOND),
                up,
                0.3,
                VolatilityView.uniform(),
                0.5,
                1);
    }

    private static long at(int second, long delayMillis) {
        return BEGIN + second * SECOND + delayMillis;
    }

    private void running(int second, double up) {
        judge.verdict(Version.RUNNING, verdict("SPY", second, up), at(second, 20));
    }

    private void canary(int second, double up, long delayMillis) {
        judge.verdict(Version.CANARY, verdict("SPY", second, up), at(second, 20 + delayMillis));
    }

    @Test
    void whoSaysTheSameInTimeMayTakeOver() {
        for (int second = 0; second < 60; second++) {
            running(second, 0.4);
            canary(second, 0.4 + 0.005, 15);
        }

        assertThat(judge.caughtUp()).isTrue();
        assertThat(judge.complaint(true)).isEmpty();
        assertThat(judge.toString())
                .isEqualTo("60 verdicts, 0.0 % differ; no directives; 15 ms later in the median");
    }

    @Test
    void whoSaysSomethingElseIsGivenUpAsSoonAsThatIsBeyondDoubt() {
        for (int second = 0; second < 19; second++) {
            running(second, 0.4);
            canary(second, 0.5, 15);
        }
        assertThat(judge.complaint(false)).as("too few to tell").isEmpty();

        running(19, 0.4);
        canary(19, 0.5, 15);

        assertThat(judge.complaint(false).orElseThrow())
                .startsWith("20 of 20 verdicts differ (20 otherwise, 0 missing, 0 too many)")
                .contains("SPY@" + BEGIN + ": up 0.500")
                .contains("in place of up 0.400");
    }

    @Test
    void aFewOtherVerdictsAreTheClocksDoing() {
        for (int second = 0; second < 100; second++) {
            running(second, 0.4);
            canary(second, second % 25 == 0 ? 0.5 : 0.4, 15);
        }

        assertThat(judge.complaint(true)).isEmpty();
    }

    @Test
    void whatIsMissingOrTooManyCountsOnceTheOtherHasComeFurther() {
        for (int second = 0; second < 60; second++) {
            if (second % 5 != 0) {
                running(second, 0.4);
            }
            if (second % 7 != 0) {
                canary(second, 0.4, 15);
            }
        }

        // Up to ten seconds before the end, from the canary's first second on.
        assertThat(judge.complaint(true).orElseThrow())
                .contains("(0 otherwise, 6 missing, 8 too many)");
    }

    @Test
    void whatTheRunningVersionSaidBeforeTheTrialBeganIsNotMissing() {
        for (int second = 0; second < 100; second++) {
            running(second, 0.4);
            if (second >= 50) {
                canary(second, 0.4, 15);
            }
        }

        assertThat(judge.complaint(true)).isEmpty();
        assertThat(judge.compared()).isEqualTo(50);
    }

    @Test
    void symbolsThatItDoesNotTakeAreNotCompared() {
        for (int second = 0; second < 60; second++) {
            judge.verdict(Version.RUNNING, verdict("QQQ", second, 0.4), at(second, 0));
            judge.verdict(Version.CANARY, verdict("QQQ", second, 0.6), at(second, 0));
        }

        assertThat(judge.compared()).isZero();
        assertThat(judge.complaint(true).orElseThrow()).startsWith("not one verdict could");
    }

    @Test
    void whoCatchesUpIsNotLate() {
        for (int second = 0; second < 60; second++) {
            running(second, 0.4);
            // As busy as it is, its gate goes on without experts.
            canary(second, second < 13 ? 0.6 : 0.4, Math.max(15, 20_000 - 1_500L * second));
        }

        assertThat(judge.complaint(true)).isEmpty();
        assertThat(judge.compared()).isEqualTo(47);
    }

    @Test
    void whoStaysBehindIsLate() {
        for (int second = 0; second < 14; second++) {
            running(second, 0.4);
            canary(second, 0.4, 7_500);
        }
        assertThat(judge.complaint(false)).isEmpty();

        for (int second = 14; second < 30; second++) {
            running(second, 0.4);
            canary(second, 0.4, 7_500);
        }

        assertThat(judge.caughtUp()).isFalse();
        assertThat(judge.complaint(false).orElseThrow())
                .isEqualTo(
                        "its verdicts are 7500 ms later and do not catch up, at most 1000 ms are"
                                + " allowed");
    }

    @Test
    void whoFallsBehindAgainIsLate() {
        for (int second = 0; second < 60; second++) {
            running(second, 0.4);
            canary(second, 0.4, second < 20 ? 15 : 3_000);
        }

        assertThat(judge.complaint(false).orElseThrow()).startsWith("its verdicts are 3000 ms");
    }

    @Test
    void recordsThatOnlyItRefusesCountOnceTheOtherHasHadTime() {
        for (int offset = 0; offset < 10; offset++) {
            DeadLetter letter = new DeadLetter("huihui.quotes", 0, offset, "need a new field", "");
            judge.deadLetter(Version.CANARY, letter, at(0, 0));
            if (offset < 5) {
                judge.deadLetter(Version.RUNNING, letter, at(0, 0));
            }
        }
        for (int second = 0; second < 9; second++) {
            running(second, 0.4);
        }
        assertThat(judge.complaint(false)).isEmpty();

        running(10, 0.4);

        assertThat(judge.complaint(false).orElseThrow())
                .isEqualTo(
                        "5 records became dead letters that the running version takes; one says:"
                                + " need a new field");
    }

    @Test
    void aShareHasAtLeastOneSymbolAndTheSameEachTime() {
        Set<String> symbols = Set.of("SPY", "QQQ", "IWM", "DIA", "GLD", "TLT", "XLF", "XLE");

        assertThat(SeenSymbols.share(symbols, 1)).hasSize(1);
        assertThat(SeenSymbols.share(symbols, 50)).hasSize(4);
        assertThat(SeenSymbols.share(symbols, 50)).containsAll(SeenSymbols.share(symbols, 25));
        assertThat(SeenSymbols.share(symbols, 100)).containsAll(symbols);
        assertThat(SeenSymbols.share(symbols, 50))
                .isNotEqualTo(List.of("DIA", "GLD", "IWM", "QQQ"));
    }
}

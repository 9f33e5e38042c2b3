package io.huihui.cli.chaos;

import org.junit.jupiter.api.Test;

import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class UnsettledConflictsTest {

    @Test
    void shouldNameEachWithoutAResolutionExceptThoseOfTheLastSnapshots() {
        Set<String> conflicts =
                Set.of("SPY@1000/conflict/a", "SPY@2000/conflict/b", "SPY@9000/conflict/c");

        assertThat(
                        UnsettledConflicts.of(
                                conflicts, Set.of("SPY@1000/conflict/a"), "SPY@9000"::equals))
                .containsExactly("SPY@2000/conflict/b: resolution");
    }
}

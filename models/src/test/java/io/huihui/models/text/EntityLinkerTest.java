package io.huihui.models.text;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class EntityLinkerTest {

    private final EntityLinker linker = EntityLinker.defaults();

    @Test
    void cashtagsTickersAndNamesAreFound() {
        assertThat(linker.link("$AAPL and MSFT rise")).containsExactly("AAPL", "MSFT");
        assertThat(linker.link("Apple's chief visits Bank of America"))
                .containsExactly("AAPL", "BAC");
        assertThat(linker.link("The S&P 500 closes higher")).containsExactly("SPX");
        assertThat(linker.link("Alphabet splits its stock")).containsExactly("GOOG", "GOOGL");
    }

    @Test
    void commonWordsAreNoCompanies() {
        assertThat(linker.link("An apple a day from the amazon forest")).isEmpty();
        assertThat(linker.link("GE lights the town")).isEmpty();
        assertThat(linker.link("Applesauce prices rise in Googleville")).isEmpty();
    }

    @Test
    void aliasesCanBeGiven() {
        EntityLinker own =
                new EntityLinker(List.of(new EntityLinker.Alias("TSLA", "electric car maker")));

        assertThat(own.link("Electric car maker's shares slide")).containsExactly("TSLA");
        assertThat(own.link("Electric car sales slide")).isEmpty();
    }
}

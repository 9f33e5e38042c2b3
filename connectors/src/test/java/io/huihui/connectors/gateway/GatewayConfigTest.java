package io.huihui.connectors.gateway;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.breaker.BreakerRule;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GatewayConfigTest {

    private static final WatchedSymbol SPY =
            new WatchedSymbol("SPY", ProviderName.CONVEXVALUE, ProviderName.TRADIER);

    @Test
    void theDeskIsTheDefault() {
        GatewayConfig config = GatewayConfig.defaults();

        assertThat(config.symbols()).hasSize(11).contains(SPY);
        assertThat(config.pollMillis()).isEqualTo(5_000);
        assertThat(config.mostDaysToExpiry()).isEqualTo(5);
        assertThat(config.strikeRange()).isEqualTo(0.05);
        assertThat(config.onlyWhileOpen()).isTrue();
        assertThat(config.convexvalue().deadlineMillis()).isLessThan(2_000);
        assertThat(config.breaker()).isEqualTo(new BreakerRule(2, 20, 0.5, 5_000, 10_000));
    }

    @Test
    void aSymbolTwiceIsRefused() {
        assertThatThrownBy(() -> config(List.of(SPY, SPY), 5_000))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("need each symbol once, was SPY twice");
        assertThatThrownBy(() -> config(List.of(), 5_000))
                .hasMessage("need at least one of symbols, was none");
        assertThatThrownBy(() -> config(List.of(SPY), 99)).hasMessageContaining("pollMillis=99");
    }

    @Test
    void aFallbackIsSomebodyElse() {
        assertThatThrownBy(
                        () -> new WatchedSymbol("SPY", ProviderName.TRADIER, ProviderName.TRADIER))
                .hasMessageContaining("for SPY, was primary=TRADIER fallback=TRADIER");
        assertThatThrownBy(() -> new WatchedSymbol("SPY", ProviderName.NONE, ProviderName.TRADIER))
                .isInstanceOf(InvalidRecordException.class);
    }

    @Test
    void anAddressHasNoCredentialsInIt() {
        assertThatThrownBy(() -> new ProviderSettings("https://somebody@example.com", 60, 1_000))
                .hasMessageStartingWith("need address like https://api.example.com");
        assertThatThrownBy(() -> new ProviderSettings("api.example.com", 60, 1_000))
                .isInstanceOf(InvalidRecordException.class);
        assertThat(new ProviderSettings("http://127.0.0.1:8080", 60, 1_000).uri().getPort())
                .isEqualTo(8080);
    }

    @Test
    void aCredentialThatIsNotSetIsNamedAndOnlyOfThoseWhoAreAsked() {
        GatewayConfig both = config(List.of(SPY), 5_000);
        GatewayConfig tradier =
                config(
                        List.of(new WatchedSymbol("SPY", ProviderName.TRADIER, ProviderName.NONE)),
                        5_000);

        assertThatThrownBy(() -> new Providers(both, name -> null, () -> 0, time -> {}))
                .hasMessage(
                        "need a credential in the environment variable HUIHUI_CONVEXVALUE_EMAIL, was"
                                + " unset; export it, or name another provider for the symbols");
        assertThat(
                        new Providers(
                                tradier,
                                name -> name.equals("HUIHUI_TRADIER_TOKEN") ? "secret" : null,
                                () -> 0,
                                time -> {}))
                .isNotNull();
    }

    private static GatewayConfig config(List<WatchedSymbol> symbols, int pollMillis) {
        GatewayConfig usual = GatewayConfig.defaults();
        return new GatewayConfig(
                symbols,
                pollMillis,
                usual.mostDaysToExpiry(),
                usual.strikeRange(),
                usual.onlyWhileOpen(),
                usual.convexvalue(),
                usual.tradier(),
                usual.breaker());
    }
}

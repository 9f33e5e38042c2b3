package io.huihui.connectors.gateway;

import io.huihui.connectors.batch.Pause;
import io.huihui.connectors.provider.ChainProvider;
import io.huihui.connectors.provider.ConvexValueProvider;
import io.huihui.connectors.provider.GuardedProvider;
import io.huihui.connectors.provider.ProviderFailover;
import io.huihui.connectors.provider.TradierProvider;
import io.huihui.models.Require;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The providers that a configuration names, each behind one breaker and one cache. */
public final class Providers {

    private final Map<ProviderName, GuardedProvider> guarded = new EnumMap<>(ProviderName.class);

    /**
     * Makes those that some symbol asks.
     *
     * @param environment credentials by the names of their variables; null where one is not set
     * @throws io.huihui.models.InvalidRecordException when one is not set, with its name
     */
    public Providers(
            GatewayConfig config,
            UnaryOperator<String> environment,
            LongSupplier millis,
            Pause pause) {
        for (ProviderName name : ProviderName.values()) {
            if (name != ProviderName.NONE && config.asks(name)) {
                ChainProvider provider = provider(name, config, environment, millis, pause);
                guarded.put(name, new GuardedProvider(provider, config.breaker(), millis));
            }
        }
    }

    private static ChainProvider provider(
            ProviderName name,
            GatewayConfig config,
            UnaryOperator<String> environment,
            LongSupplier millis,
            Pause pause) {
        return switch (name) {
            case CONVEXVALUE ->
                    new ConvexValueProvider(
                            config.convexvalue().uri(),
                            secret(ConvexValueProvider.EMAIL, environment),
                            secret(ConvexValueProvider.PASSWORD, environment),
                            config.together(name),
                            config.convexvalue().callsPerMinute(),
                            config.convexvalue().deadline(),
                            millis,
                            pause);
            case TRADIER ->
                    new TradierProvider(
                            config.tradier().uri(),
                            secret(TradierProvider.TOKEN, environment),
                            config.together(name),
                            config.tradier().callsPerMinute(),
                            config.tradier().deadline(),
                            millis,
                            pause);
            case NONE -> throw new IllegalArgumentException("nobody is no provider");
        };
    }

    private static String secret(String variable, UnaryOperator<String> environment) {
        String secret = environment.apply(variable);
        if (secret == null || secret.isBlank()) {
            throw Require.violated(
                    "a credential in the environment variable " + variable,
                    "unset; export it, or name another provider for the symbols");
        }
        return secret;
    }

    /** Returns those of a symbol, in the order in which they are asked. */
    ProviderFailover of(WatchedSymbol watched) {
        List<GuardedProvider> order =
                Stream.of(watched.primary(), watched.fallback())
                        .filter(name -> name != ProviderName.NONE)
                        .map(guarded::get)
                        .toList();
        return new ProviderFailover(order);
    }
}

package io.huihui.connectors.provider;

import io.huihui.connectors.batch.Pause;
import io.huihui.models.Require;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Tradier's market data: quotes, the expiries, and a chain for each of the nearest, several at the
 * same time. The list of expiries changes once a day and is asked for every five minutes.
 *
 * <p>Reference: Tradier, "Brokerage API", market data.
 */
public final class TradierProvider implements ChainProvider {

    /** Where its production API is. */
    public static final URI ADDRESS = URI.create("https://api.tradier.com");

    /** Market data of a production account; the sandbox allows half of it. */
    public static final int CALLS_PER_MINUTE = 120;

    /** The environment variable with the token of the account. */
    public static final String TOKEN = "HUIHUI_TRADIER_TOKEN";

    private static final int BURST = 30;

    private final URI address;
    private final String token;
    private final LongSupplier millis;
    private final ProviderHttp http;
    private final SortedSet<String> together;
    private final PayloadCache<SortedSet<String>, String> quotes;
    private final PayloadCache<String, List<LocalDate>> expiries;

    /**
     * Begins with the whole rate.
     *
     * @param token of the account, never written anywhere
     * @param together symbols that are asked for at the same time, so that one call has the prices
     *     of all of them
     * @param deadline for all calls of one chain
     * @param millis the time, which only moves forward
     */
    public TradierProvider(
            URI address,
            String token,
            Collection<String> together,
            int callsPerMinute,
            Duration deadline,
            LongSupplier millis,
            Pause pause) {
        this.address = address;
        this.token = Require.text(TOKEN, token);
        this.together = new TreeSet<>(together);
        this.millis = millis;
        this.http =
                new ProviderHttp(
                        TradierChains.SOURCE,
                        TOKEN,
                        new RateLimit(callsPerMinute, BURST, millis),
                        deadline,
                        pause,
                        TradierChains.SOURCE.hashCode());
        this.quotes = new PayloadCache<>(CacheTier.MOMENT, millis);
        this.expiries = new PayloadCache<>(CacheTier.COMPUTED, millis);
    }

    @Override
    public String name() {
        return TradierChains.SOURCE;
    }

    @Override
    public RawChain fetch(ChainRequest request) throws ProviderUnavailableException {
        ProviderHttp.Round round = http.begin();
        String symbol = encoded(request.symbol());
        List<LocalDate> listed =
                expiries.get(
                                request.symbol(),
                                () -> TradierChains.expiries(expirations(round, symbol)))
                        .value();
        SortedSet<String> priced =
                together.contains(request.symbol())
                        ? together
                        : new TreeSet<>(Set.of(request.symbol()));
        String quote = quotes.get(priced, () -> prices(round, priced)).value();
        List<HttpRequest> chains = new ArrayList<>();
        for (LocalDate expiry : nearest(request, listed)) {
            chains.add(
                    request(
                            "options/chains?greeks=true&symbol="
                                    + symbol
                                    + "&expiration="
                                    + expiry));
        }
        return new RawChain(quote, round.callAll(chains), millis.getAsLong());
    }

    private String expirations(ProviderHttp.Round round, String symbol)
            throws ProviderUnavailableException {
        return round.call(request("options/expirations?includeAllRoots=true&symbol=" + symbol));
    }

    private String prices(ProviderHttp.Round round, SortedSet<String> symbols)
            throws ProviderUnavailableException {
        return round.call(request("quotes?symbols=" + encoded(String.join(",", symbols))));
    }

    /** A comma stays one. */
    private static String encoded(String symbols) {
        return URLEncoder.encode(symbols, StandardCharsets.UTF_8).replace("%2C", ",");
    }

    private List<LocalDate> nearest(ChainRequest request, List<LocalDate> listed) {
        long now = millis.getAsLong();
        return listed.stream()
                .filter(expiry -> request.spans(expiry, now))
                .sorted()
                .limit(request.mostExpiries())
                .toList();
    }

    private HttpRequest request(String query) {
        return ProviderHttp.request(address.resolve("/v1/markets/" + query))
                .header("Authorization", "Bearer " + token)
                .GET()
                .build();
    }

    @Override
    public ProviderChain read(ChainRequest request, RawChain raw)
            throws ProviderUnavailableException {
        return TradierChains.read(request, raw);
    }
}

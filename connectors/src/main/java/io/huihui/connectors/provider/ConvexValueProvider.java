package io.huihui.connectors.provider;

import io.huihui.connectors.batch.Pause;
import io.huihui.models.Require;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * ConvexValue's data: a login that yields a cookie, the underlying's values, the chain's.
 *
 * <p>Reference: ConvexValue, "convexlib", its public client: addresses, parameters, shapes.
 */
public final class ConvexValueProvider implements ChainProvider {

    /** Where subscribers of its professional service log in. */
    public static final URI ADDRESS = URI.create("https://pro.convexvalue.com");

    /** It states no limit; eleven symbols every five seconds, two calls each, are 264 a minute. */
    public static final int CALLS_PER_MINUTE = 300;

    /** The environment variables with the login of the account. */
    public static final String EMAIL = "HUIHUI_CONVEXVALUE_EMAIL";

    public static final String PASSWORD = "HUIHUI_CONVEXVALUE_PASSWORD";

    private static final String LOGIN = "/api/v8/user/login";
    private static final String UNDERLYING = "/api/v8/alloy/core/data/und";
    private static final String CHAIN = "/api/v8/alloy/core/data/chain";
    private static final int BURST = 30;

    private final URI address;
    private final ConvexValueAnswers.Login login;
    private final LongSupplier millis;
    private final ProviderHttp http;
    private final SortedSet<String> together;
    private final PayloadCache<SortedSet<String>, String> underlyings;

    /** Guarded by this; a failure makes the next call log in again. */
    private boolean loggedIn;

    /**
     * Begins logged out.
     *
     * @param password of the account, never written anywhere
     * @param together symbols that are asked for at the same time, so that one call has the prices
     *     of all of them
     * @param deadline for all calls of one chain
     * @param millis the time, which only moves forward
     */
    public ConvexValueProvider(
            URI address,
            String email,
            String password,
            Collection<String> together,
            int callsPerMinute,
            Duration deadline,
            LongSupplier millis,
            Pause pause) {
        this.address = address;
        this.login =
                new ConvexValueAnswers.Login(
                        Require.text(EMAIL, email), Require.text(PASSWORD, password));
        this.together = new TreeSet<>(together);
        this.underlyings = new PayloadCache<>(CacheTier.MOMENT, millis);
        this.millis = millis;
        this.http =
                new ProviderHttp(
                        ConvexValueChains.SOURCE,
                        EMAIL + " and " + PASSWORD,
                        new RateLimit(callsPerMinute, BURST, millis),
                        deadline,
                        pause,
                        ConvexValueChains.SOURCE.hashCode());
    }

    @Override
    public String name() {
        return ConvexValueChains.SOURCE;
    }

    @Override
    public RawChain fetch(ChainRequest request) throws ProviderUnavailableException {
        ProviderHttp.Round round = http.begin();
        try {
            logIn(round);
            SortedSet<String> priced =
                    together.contains(request.symbol())
                            ? together
                            : new TreeSet<>(Set.of(request.symbol()));
            String underlying = underlyings.get(priced, () -> prices(round, priced)).value();
            String chain =
                    post(
                            round,
                            CHAIN,
                            new ConvexValueAnswers.ChainQuestion(
                                    List.of(request.symbol()),
                                    ConvexValueField.PARAMETERS,
                                    nearest(request),
                                    request.strikeRange()));
            return new RawChain(underlying, List.of(chain), millis.getAsLong());
        } catch (NoCallLeftException stillLoggedIn) {
            throw stillLoggedIn;
        } catch (ProviderUnavailableException failed) {
            forgetLogin();
            throw failed;
        }
    }

    private String prices(ProviderHttp.Round round, SortedSet<String> symbols)
            throws ProviderUnavailableException {
        return post(
                round,
                UNDERLYING,
                new ConvexValueAnswers.UnderlyingQuestion(
                        List.copyOf(symbols), ConvexValueUnderlying.PARAMETERS, 0));
    }

    /** Others wait for whoever logs in first; their own deadlines run meanwhile. */
    private synchronized void logIn(ProviderHttp.Round round) throws ProviderUnavailableException {
        if (!loggedIn) {
            post(round, LOGIN, login);
            loggedIn = true;
        }
    }

    private synchronized void forgetLogin() {
        loggedIn = false;
    }

    private static List<Integer> nearest(ChainRequest request) {
        return IntStream.rangeClosed(1, request.mostExpiries()).boxed().toList();
    }

    private String post(ProviderHttp.Round round, String path, Record question)
            throws ProviderUnavailableException {
        return round.call(
                ProviderHttp.request(address.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(ProviderJson.write(question)))
                        .build());
    }

    @Override
    public ProviderChain read(ChainRequest request, RawChain raw)
            throws ProviderUnavailableException {
        return ConvexValueChains.read(request, raw);
    }
}

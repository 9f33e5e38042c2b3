package io.huihui.benchmarks.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;

/**
 * A client as one writes it first: for each question it asks for the expiries, the price and the
 * chain of each expiry, and keeps nothing.
 */
final class PlainTradier {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final List<LocalDate> expiries;

    PlainTradier(URI address, List<LocalDate> expiries) {
        this.address = address;
        this.expiries = List.copyOf(expiries);
    }

    void chain(String symbol) {
        get("options/expirations?symbol=" + symbol);
        get("quotes?symbols=" + symbol);
        for (LocalDate expiry : expiries) {
            get("options/chains?greeks=true&symbol=" + symbol + "&expiration=" + expiry);
        }
    }

    private void get(String query) {
        try {
            client.send(
                    HttpRequest.newBuilder(address.resolve("/v1/markets/" + query)).build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}

package io.huihui.connectors.provider;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers as Tradier documents them: a few strikes about 600, two expiries. */
public final class StubTradier implements StubServer.Behaviour {

    /** Both within five days of {@link TestTime#MORNING}; a third is not. */
    public static final String EXPIRATIONS =
            "{\"expirations\":{\"date\":[\"2026-01-16\",\"2026-01-20\",\"2026-03-20\"]}}";

    @Override
    public StubServer.Answer answer(StubServer.Call call) {
        if (call.path().endsWith("/quotes")) {
            return StubServer.Answer.ok(quotes(call.query().substring("symbols=".length())));
        }
        if (call.path().endsWith("/expirations")) {
            return StubServer.Answer.ok(EXPIRATIONS);
        }
        String expiry = call.query().replaceAll(".*expiration=", "");
        return StubServer.Answer.ok(
                "{\"options\":{\"option\":["
                        + option(symbol(call), expiry, 600, "call")
                        + ","
                        + option(symbol(call), expiry, 600, "put")
                        + ","
                        + option(symbol(call), expiry, 900, "call")
                        + "]}}");
    }

    static String symbol(StubServer.Call call) {
        return call.query().replaceAll(".*symbols?=([A-Z]+).*", "$1");
    }

    /** One quote comes as an object, several as a list. */
    private static String quotes(String symbols) {
        String[] each = symbols.split(",", -1);
        String quotes = Stream.of(each).map(StubTradier::quote).collect(Collectors.joining(","));
        return "{\"quotes\":{\"quote\":" + (each.length == 1 ? quotes : "[" + quotes + "]") + "}}";
    }

    private static String quote(String symbol) {
        return "{\"symbol\":\""
                + symbol
                + "\",\"description\":\"one\",\"last\":601.25,\"open\":598.0,\"high\":602.5,"
                + "\"low\":null,\"prevclose\":599.5,\"volume\":1.2E7,\"bid\":601.2,\"ask\":601.3}";
    }

    static String option(String symbol, String expiry, int strike, String type) {
        return "{\"symbol\":\""
                + symbol
                + expiry.replace("-", "").substring(2)
                + type.substring(0, 1).toUpperCase(Locale.ROOT)
                + String.format(Locale.ROOT, "%08d", strike * 1000)
                + "\",\"root_symbol\":\""
                + symbol
                + "\",\"option_type\":\""
                + type
                + "\",\"expiration_date\":\""
                + expiry
                + "\",\"contract_size\":100,\"strike\":"
                + strike
                + ",\"last\":null,\"bid\":4.5,\"ask\":4.7,\"bidsize\":11,\"asksize\":12,"
                + "\"volume\":300,\"open_interest\":1200,\"greeks\":{\"delta\":0.51,\"gamma\":0.02,"
                + "\"theta\":-0.4,\"vega\":0.15,\"mid_iv\":0.0,\"smv_vol\":0.182}}";
    }
}

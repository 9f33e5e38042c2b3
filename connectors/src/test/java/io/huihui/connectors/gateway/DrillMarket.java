package io.huihui.connectors.gateway;

import io.huihui.connectors.provider.StubServer;
import io.huihui.models.event.OptionKind;
import io.huihui.models.quant.BlackScholes;
import io.huihui.models.quant.Greeks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Options on SPY as two providers see them at a time: prices of one volatility, customers who buy
 * more calls than puts, steadily. ConvexValue tells what they bought and sold, Tradier does not.
 */
final class DrillMarket {

    static final LocalDate TODAY = LocalDate.of(2026, 1, 16);

    private static final List<LocalDate> EXPIRIES = List.of(TODAY, LocalDate.of(2026, 1, 20));
    private static final long SIX_HOURS = 21_600_000;
    private static final double VOLATILITY = 0.18;
    private static final double MINUTE = 60_000;

    private final LongSupplier time;

    DrillMarket(LongSupplier time) {
        this.time = time;
    }

    StubServer.Answer convexValue(StubServer.Call call) {
        if (call.path().endsWith("/login")) {
            return StubServer.Answer.ok("{}");
        }
        if (call.path().endsWith("/und")) {
            return StubServer.Answer.ok(
                    text("{\"data\":[[\"SPY\",%f,599,604,596,600,1E7,%f]]}", spot(), VOLATILITY));
        }
        List<String> expiries = new ArrayList<>();
        for (LocalDate expiry : EXPIRIES) {
            List<String> strikes = new ArrayList<>();
            for (int strike = 590; strike <= 610; strike++) {
                strikes.add(
                        text(
                                "{\"stk\":%d,\"call\":%s,\"put\":%s}",
                                strike,
                                side(expiry, strike, OptionKind.CALL),
                                side(expiry, strike, OptionKind.PUT)));
            }
            expiries.add(
                    text(
                            "{\"exp\":%d,\"am\":0,\"stks\":[%s]}",
                            expiry.toEpochDay(), String.join(",", strikes)));
        }
        return StubServer.Answer.ok(
                "{\"data\":[{\"chain\":[" + String.join(",", expiries) + "]}]}");
    }

    private String side(LocalDate expiry, int strike, OptionKind kind) {
        Greeks greeks = greeks(expiry, strike, kind);
        long bought = bought(kind, time.getAsLong());
        long sold = sold(kind, time.getAsLong());
        return text(
                "[\".%s\",[%f,%f,%f,10,10,%f,%f,2000,100,%f,\"%e\",%f,%f,\"%e\",%f,\"%e\",%d,%d,%d,%d,%d]]",
                symbol(expiry, strike, kind),
                greeks.price(),
                bid(greeks),
                ask(greeks),
                greeks.price(),
                VOLATILITY,
                greeks.delta(),
                greeks.gamma(),
                greeks.thetaPerDay(),
                greeks.vega(),
                greeks.vanna(),
                greeks.vomma(),
                greeks.charmPerDay(),
                bought + sold,
                bought,
                sold,
                bought * 300,
                sold * 300);
    }

    StubServer.Answer tradier(StubServer.Call call) {
        if (call.path().endsWith("/quotes")) {
            return StubServer.Answer.ok(
                    text(
                            "{\"quotes\":{\"quote\":{\"symbol\":\"SPY\",\"last\":%f,\"open\":599}}}",
                            spot()));
        }
        if (call.path().endsWith("/expirations")) {
            return StubServer.Answer.ok(
                    "{\"expirations\":{\"date\":[\"2026-01-16\",\"2026-01-20\"]}}");
        }
        LocalDate expiry = LocalDate.parse(call.query().replaceAll(".*expiration=", ""));
        List<String> options = new ArrayList<>();
        for (int strike = 590; strike <= 610; strike++) {
            for (OptionKind kind : OptionKind.values()) {
                Greeks greeks = greeks(expiry, strike, kind);
                options.add(
                        text(
                                "{\"symbol\":\"%s\",\"option_type\":\"%s\",\"expiration_date\":\"%s\","
                                        + "\"contract_size\":100,\"strike\":%d,\"bid\":%f,\"ask\":%f,"
                                        + "\"bidsize\":10,\"asksize\":10,\"open_interest\":2000,"
                                        + "\"volume\":5,\"greeks\":{\"delta\":%f,\"gamma\":%f,"
                                        + "\"theta\":%f,\"vega\":%f,\"mid_iv\":%f}}",
                                symbol(expiry, strike, kind),
                                kind.isCall() ? "call" : "put",
                                expiry,
                                strike,
                                bid(greeks),
                                ask(greeks),
                                greeks.delta(),
                                greeks.gamma(),
                                greeks.thetaPerDay(),
                                greeks.vega() / 100,
                                VOLATILITY));
            }
        }
        return StubServer.Answer.ok(
                "{\"options\":{\"option\":[" + String.join(",", options) + "]}}");
    }

    /** Contracts of each kind that customers have bought of each strike until then. */
    static long bought(OptionKind kind, long millis) {
        return Math.round((kind.isCall() ? 3 : 2) * minutes(millis));
    }

    static long sold(OptionKind kind, long millis) {
        return Math.round((kind.isCall() ? 1 : 2) * minutes(millis));
    }

    /** Contracts in the chain of each kind. */
    static int contractsOfAKind() {
        return EXPIRIES.size() * 21;
    }

    private static double minutes(long millis) {
        return (millis - Instant.parse("2026-01-16T14:30:00Z").toEpochMilli()) / MINUTE;
    }

    private double spot() {
        return 600 + 2 * Math.sin(minutes(time.getAsLong()) / 3);
    }

    private Greeks greeks(LocalDate expiry, int strike, OptionKind kind) {
        long end = Instant.parse(expiry + "T21:00:00Z").toEpochMilli();
        double years = (end - time.getAsLong()) / (BlackScholes.DAYS_PER_YEAR * 4 * SIX_HOURS);
        return BlackScholes.greeks(spot(), strike, years, 0, 0, VOLATILITY, kind.isCall());
    }

    private static double bid(Greeks greeks) {
        return Math.max(0, greeks.price() - 0.005);
    }

    private static double ask(Greeks greeks) {
        return greeks.price() + 0.005;
    }

    private static String symbol(LocalDate expiry, int strike, OptionKind kind) {
        return text(
                "SPY%02d%02d%02d%s%08d",
                expiry.getYear() % 100,
                expiry.getMonthValue(),
                expiry.getDayOfMonth(),
                kind.isCall() ? "C" : "P",
                strike * 1000);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

package io.huihui.connectors.provider;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers as ConvexValue's public client reads them: one strike of today, one too far away. */
public final class StubConvexValue implements StubServer.Behaviour {

    /** Values in the order of {@link ConvexValueField}; some numbers are text. */
    public static final String CALL =
            "[5.1,\"5.0\",5.2,\"1E+1\",20,5.11,0.18,1500,100,0.52,\"2.5E-2\",-0.5,0.2,"
                    + "\"-1.2E-5\",0.01,0.002,700,400,\"2.5e2\",2.04E5,127500]";

    private static final String PUT =
            "[null,4.0,4.2,10,20,4.11,0.19,1400,100,-0.48,0.025,-0.5,0.2,0.001,0.01,0.002,600,null,"
                    + "null,null,null]";

    private static final Pattern SYMBOL = Pattern.compile("\"symbols\":\\[\"([A-Z]+)\"");

    @Override
    public StubServer.Answer answer(StubServer.Call call) {
        if (call.path().endsWith("/login")) {
            return new StubServer.Answer(
                    200, "{}", java.util.List.of("Set-Cookie", "session=abc; Path=/"), 1);
        }
        if (!"session=abc".equals(call.cookie())) {
            return StubServer.Answer.status(401);
        }
        Matcher symbol = SYMBOL.matcher(call.body());
        String name = symbol.find() ? symbol.group(1) : "NONE";
        return StubServer.Answer.ok(
                call.path().endsWith("/und") ? underlying(name) : chain(name, CALL));
    }

    public static String underlying(String symbol) {
        return "{\"data\":[[\""
                + symbol
                + "\",601.5,598,\"6.025E2\",597.25,599.5,12000000,0.171]]}";
    }

    /** Returns a chain whose first call has these values. */
    public static String chain(String symbol, String call) {
        // 20469 days after 1970-01-01 is 2026-01-16.
        return "{\"data\":[{\"chain\":[{\"exp\":20469,\"am\":0,\"stks\":[{\"stk\":\"600\",\"call\":[\"."
                + symbol
                + "260116C600\","
                + call
                + "],\"put\":[\"."
                + symbol
                + "260116P600\","
                + PUT
                + "]}]},{\"exp\":20600,\"am\":0,\"stks\":[{\"stk\":600,\"call\":[\"."
                + symbol
                + "260527C600\","
                + CALL
                + "]}]}]}]}";
    }
}

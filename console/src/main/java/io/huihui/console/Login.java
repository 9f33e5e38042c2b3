package io.huihui.console;

import io.huihui.console.rest.Refusal;
import io.huihui.models.OutsideResults;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

/**
 * Lets in who knows the token. The cookie says until when, signed with the token; nothing is kept,
 * so a console that is started again knows its readers.
 */
final class Login {

    static final String COOKIE = "huihui-console";

    private static final Duration VALID = Duration.ofHours(12);
    private static final String ALGORITHM = "HmacSHA256";

    /** What may be asked for without a cookie. */
    private static final Set<String> OPEN = Set.of("/health", "/login");

    private final byte[] token;
    private final String form = form();

    Login(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** Refuses a request without a cookie of ours; pages lead to the form. */
    void check(Context request) {
        if (OPEN.contains(request.path()) || knows(request.cookie(COOKIE))) {
            return;
        }
        if (request.path().startsWith("/api") || request.path().startsWith("/live")) {
            throw Refusal.stranger("need a login, was none; open /login in a browser");
        }
        request.redirect("/login", HttpStatus.SEE_OTHER);
        request.skipRemainingHandlers();
    }

    void showForm(Context request) {
        request.html(form);
    }

    /** Takes the token of the form. */
    @OutsideResults("Until when a login is valid.")
    void enter(Context request) {
        String said = request.formParam("token");
        byte[] found = said == null ? new byte[0] : said.getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(token, found)) {
            throw Refusal.stranger(
                    "need the token of "
                            + ConsoleSettings.TOKEN_VARIABLE
                            + ", was another; go back and try again");
        }
        long until = System.currentTimeMillis() + VALID.toMillis();
        Cookie cookie = new Cookie(COOKIE, until + "." + signature(until));
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        cookie.setMaxAge((int) VALID.toSeconds());
        request.cookie(cookie);
        request.redirect("/", HttpStatus.SEE_OTHER);
    }

    @OutsideResults("Until when a login is valid.")
    boolean knows(String cookie) {
        int dot = cookie == null ? -1 : cookie.indexOf('.');
        if (dot < 0) {
            return false;
        }
        try {
            long until = Long.parseLong(cookie.substring(0, dot));
            byte[] expected = signature(until).getBytes(StandardCharsets.UTF_8);
            byte[] found = cookie.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(expected, found) && until > System.currentTimeMillis();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private String signature(long until) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(token, ALGORITHM));
            byte[] signed = mac.doFinal(("login until " + until).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    private static String form() {
        try (InputStream page = Login.class.getResourceAsStream("login.html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("need login.html on the class path", e);
        }
    }
}

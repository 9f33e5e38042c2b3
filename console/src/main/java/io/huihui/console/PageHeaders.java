package io.huihui.console;

import io.javalin.http.Context;

/** Headers of every answer: what a browser may load, and from whom. */
final class PageHeaders {

    /**
     * Everything from this server, nothing in line. The page's own scripts set styles by the object
     * model, which this allows; images as data are what charts copy to the clipboard.
     */
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
                    + " 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri"
                    + " 'none'; frame-ancestors 'none'";

    private PageHeaders() {}

    static void set(Context answer) {
        answer.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("X-Frame-Options", "DENY");
    }
}

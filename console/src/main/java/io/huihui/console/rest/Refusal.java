package io.huihui.console.rest;

/** Why a request gets no answer: a status of HTTP and a sentence. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    private Refusal(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /** The request itself is wrong. */
    public static Refusal bad(String sentence) {
        return new Refusal(400, sentence);
    }

    /** Nobody has logged in. */
    public static Refusal stranger(String sentence) {
        return new Refusal(401, sentence);
    }

    /** Whoever asks may not. */
    public static Refusal forbidden(String sentence) {
        return new Refusal(403, sentence);
    }

    /** Nobody knows what is asked for. */
    public static Refusal unknown(String sentence) {
        return new Refusal(404, sentence);
    }

    /** What is behind the answer is away. */
    public static Refusal away(String sentence) {
        return new Refusal(503, sentence);
    }

    public int status() {
        return status;
    }
}

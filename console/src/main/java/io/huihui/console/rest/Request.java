package io.huihui.console.rest;

import io.javalin.http.Context;

import java.util.List;

/**
 * A request whose parameters are read by the table of parameters, with a sentence for each fault.
 */
final class Request {

    /** Longest text of a parameter; what is longer is a mistake or an attack. */
    private static final int LONGEST = 400;

    private final Context context;

    Request(Context context) {
        this.context = context;
    }

    String text(Parameter parameter) {
        String found =
                parameter.inPath()
                        ? context.pathParam(parameter.name())
                        : context.queryParam(parameter.name());
        String text = found == null ? parameter.standard() : found;
        if (text == null || (text.isBlank() && parameter.standard() == null)) {
            throw Refusal.bad("need " + parameter.name() + ": " + parameter.says());
        }
        if (text.length() > LONGEST) {
            throw Refusal.bad(
                    "need "
                            + parameter.name()
                            + " of at most "
                            + LONGEST
                            + " characters, was "
                            + text.length());
        }
        return text;
    }

    long number(Parameter parameter) {
        String text = text(parameter);
        try {
            long number = Long.parseLong(text);
            if (number >= parameter.least() && number <= parameter.most()) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as a number out of range is.
        }
        throw Refusal.bad(
                "need "
                        + parameter.name()
                        + " as a whole number from "
                        + parameter.least()
                        + " to "
                        + parameter.most()
                        + ", was "
                        + text);
    }

    int small(Parameter parameter) {
        return Math.toIntExact(number(parameter));
    }

    List<String> list(Parameter parameter, int most) {
        List<String> parts = List.of(text(parameter).split(",", -1));
        if (parts.size() > most) {
            throw Refusal.bad(
                    "need at most " + most + " " + parameter.name() + ", were " + parts.size());
        }
        return parts;
    }
}

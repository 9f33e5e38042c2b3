package io.huihui.console.rest;

import io.huihui.connectors.codec.RecordJson;

import io.javalin.http.Context;
import org.apache.avro.Schema;

import java.util.List;

/**
 * One path: what it takes, what it answers, and how. The server and the document are both made from
 * it.
 */
final class Route {

    /** Makes the answer. */
    interface Answer<R extends Record> {
        R to(Request request);
    }

    /** Makes an answer that is JSON already. */
    interface Lines {
        String to(Request request);
    }

    private final String path;
    private final String says;
    private final List<Parameter> parameters;
    private final String answers;
    private final Schema schema;
    private final Lines lines;

    private Route(
            String path,
            String says,
            List<Parameter> parameters,
            String answers,
            Schema schema,
            Lines lines) {
        this.path = path;
        this.says = says;
        this.parameters = List.copyOf(parameters);
        this.answers = answers;
        this.schema = schema;
        this.lines = lines;
    }

    /** Returns a route that answers with a record. */
    static <R extends Record> Route of(
            String path, String says, Class<R> answers, Answer<R> answer, Parameter... parameters) {
        RecordJson<R> json = RecordJson.of(answers);
        return new Route(
                path,
                says,
                List.of(parameters),
                answers.getSimpleName(),
                json.schema(),
                request -> json.line(answer.to(request)));
    }

    /**
     * Returns a route whose answer is rendered already.
     *
     * @param answers name of its shape in the document
     */
    static Route rendered(
            String path, String says, String answers, Lines lines, Parameter... parameters) {
        return new Route(path, says, List.of(parameters), answers, null, lines);
    }

    String path() {
        return path;
    }

    String says() {
        return says;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    /** Returns the name of the shape of the answer. */
    String answers() {
        return answers;
    }

    /** Returns the shape of the answer; null of one that is rendered already. */
    Schema schema() {
        return schema;
    }

    void answer(Context context) {
        context.contentType("application/json");
        context.header("Cache-Control", "no-store");
        context.result(lines.to(new Request(context)));
    }
}

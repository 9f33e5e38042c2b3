package io.huihui.console.rest;

import io.huihui.connectors.batch.StoreUnavailableException;
import io.huihui.connectors.codec.RecordJson;
import io.huihui.console.store.StoreAwayException;
import io.huihui.console.view.Problem;
import io.huihui.models.InvalidRecordException;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/** Serves the table of routes, and a problem where there is no answer. */
public final class RestRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(RestRoutes.class);

    private static final RecordJson<Problem> PROBLEM = RecordJson.of(Problem.class);

    private RestRoutes() {}

    /** Adds the routes of an interface. */
    public static void serve(Api api, RoutesConfig config) {
        List<Route> routes = api.routes();
        String document = OpenApi.of(routes);
        for (Route route : routes) {
            config.get(route.path(), route::answer);
        }
        config.get("/openapi.json", request -> json(request).result(document));
        config.exception(Refusal.class, (e, request) -> problem(request, e.status(), e));
        config.exception(InvalidRecordException.class, (e, request) -> problem(request, 400, e));
        config.exception(StoreAwayException.class, (e, request) -> problem(request, 503, e));
        config.exception(StoreUnavailableException.class, (e, request) -> problem(request, 503, e));
        config.exception(Exception.class, RestRoutes::defect);
        config.error(404, RestRoutes::nothingThere);
    }

    private static void problem(Context request, int status, Exception why) {
        problem(request, status, why.getMessage());
    }

    private static void problem(Context request, int status, String sentence) {
        json(request).status(status).result(PROBLEM.line(new Problem(status, sentence)));
    }

    private static void defect(Exception why, Context request) {
        LOG.error("{} failed", request.path(), why);
        problem(request, 500, "need an answer, was a defect; the log of the console says more");
    }

    /** A path that is none; a route that knows nothing has said why itself. */
    private static void nothingThere(Context request) {
        String found = request.result();
        if (found == null || !found.startsWith("{")) {
            problem(request, 404, "need a path of /openapi.json, was " + request.path());
        }
    }

    private static Context json(Context request) {
        return request.contentType("application/json").header("Cache-Control", "no-store");
    }
}

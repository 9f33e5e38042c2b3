package io.huihui.console.rest;

import io.huihui.connectors.codec.FeatureNames;
import io.huihui.connectors.neo4j.Neo4jGraph;
import io.huihui.console.live.CompassFeed;
import io.huihui.console.live.LiveHub;
import io.huihui.console.market.KafkaReader;
import io.huihui.console.market.Market;
import io.huihui.console.market.SeriesBook;
import io.huihui.console.market.Update;
import io.huihui.console.store.HistoryStore;
import io.huihui.console.store.JobWatch;
import io.huihui.console.store.Span;
import io.huihui.console.view.Calibration;
import io.huihui.console.view.CompassAlert;
import io.huihui.console.view.CompassAlerts;
import io.huihui.console.view.CompassAxes;
import io.huihui.console.view.CompassTrail;
import io.huihui.console.view.DeadLetterPage;
import io.huihui.console.view.DirectivePage;
import io.huihui.console.view.FeaturePage;
import io.huihui.console.view.GraphLink;
import io.huihui.console.view.GraphView;
import io.huihui.console.view.Health;
import io.huihui.console.view.OutcomePage;
import io.huihui.console.view.Series;
import io.huihui.console.view.SymbolList;
import io.huihui.console.view.SymbolRow;
import io.huihui.console.view.VerdictPage;
import io.huihui.models.feature.Feature;
import io.huihui.models.graph.Context;
import io.huihui.models.graph.ContextQuestion;
import io.huihui.models.graph.NodeId;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What can be asked, and who answers. */
public final class Api {

    private static final int MOST_FEATURES = 16;
    private static final long LONGEST_SPAN = Duration.ofDays(1).toMillis();

    /**
     * What answers are made from.
     *
     * @param history null without a store
     * @param graph null without one
     * @param job null without Flink
     */
    public record Sources(
            Market market,
            KafkaReader reader,
            LiveHub hub,
            CompassFeed compass,
            HistoryStore history,
            Neo4jGraph graph,
            JobWatch job) {}

    private final Sources sources;
    private final HealthReport health;

    public Api(Sources sources) {
        this.sources = sources;
        this.health = new HealthReport(sources);
    }

    /** Returns the table of routes. */
    List<Route> routes() {
        return List.of(
                Route.of(
                        "/api/symbols",
                        "Symbols heard of.",
                        SymbolList.class,
                        request -> symbols()),
                Route.rendered(
                        "/api/symbols/{symbol}",
                        "The newest record of each topic, as in the first message of /live.",
                        OpenApi.SYMBOL_STATE,
                        this::state,
                        Parameter.SYMBOL_IN_PATH),
                Route.of(
                        "/api/symbols/{symbol}/series",
                        "The last minutes of what charts show, from memory.",
                        Series.class,
                        this::series,
                        Parameter.SYMBOL_IN_PATH,
                        Parameter.FEATURES,
                        Parameter.SECONDS),
                history("features", "Values of any features.", FeaturePage.class, this::features),
                history(
                        "verdicts",
                        "Verdicts of the gate.",
                        VerdictPage.class,
                        request -> store().verdicts(span(request))),
                history(
                        "directives",
                        "Directives, those not to trade included.",
                        DirectivePage.class,
                        request -> store().directives(span(request))),
                history(
                        "outcomes",
                        "Predictions against what the price then did.",
                        OutcomePage.class,
                        request -> store().outcomes(span(request))),
                Route.of(
                        "/api/calibration",
                        "Whether what was said came true as often as was said.",
                        Calibration.class,
                        this::calibration,
                        Parameter.SYMBOL,
                        Parameter.FROM,
                        Parameter.TO,
                        Parameter.PREDICTOR,
                        Parameter.HORIZON),
                Route.of(
                        "/api/graph",
                        "What was known around a symbol at a moment.",
                        GraphView.class,
                        this::graph,
                        Parameter.SYMBOL,
                        Parameter.AT,
                        Parameter.HOPS,
                        Parameter.LOOK_BACK,
                        Parameter.MOST),
                Route.of(
                        "/api/dead-letters",
                        "Records that could not be used, newest first.",
                        DeadLetterPage.class,
                        request ->
                                store().deadLetters(
                                                request.small(Parameter.LIMIT),
                                                request.text(Parameter.BEFORE)),
                        Parameter.LIMIT,
                        Parameter.BEFORE),
                Route.of(
                        "/api/compass/axes",
                        "What the numbers of a frame of the compass stand for.",
                        CompassAxes.class,
                        request -> CompassWords.axes()),
                Route.of(
                        "/api/compass/alerts",
                        "What was worth a look on the compass of a symbol, as far as the server remembers.",
                        CompassAlerts.class,
                        this::alerts,
                        Parameter.SYMBOL),
                Route.of(
                        "/api/compass/trail",
                        "What the compass of a symbol looked like in the last twenty minutes.",
                        CompassTrail.class,
                        this::trail,
                        Parameter.SYMBOL),
                Route.of(
                        "/api/health",
                        "How everything is doing.",
                        Health.class,
                        request -> health.now()));
    }

    private <R extends Record> Route history(
            String kind, String says, Class<R> answers, Route.Answer<R> answer) {
        List<Parameter> parameters =
                new ArrayList<>(
                        List.of(
                                Parameter.SYMBOL,
                                Parameter.FROM,
                                Parameter.TO,
                                Parameter.LIMIT,
                                Parameter.BEFORE));
        if (answers == FeaturePage.class) {
            parameters.add(1, Parameter.FEATURES);
        }
        return Route.of(
                "/api/history/" + kind,
                says + " From the store, newest first, page by page.",
                answers,
                answer,
                parameters.toArray(Parameter[]::new));
    }

    private SymbolList symbols() {
        return new SymbolList(
                sources.market().symbols().entrySet().stream()
                        .map(entry -> new SymbolRow(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private String state(Request request) {
        String symbol = request.text(Parameter.SYMBOL_IN_PATH);
        List<Update> state = sources.market().state(key -> key.key().equals(symbol));
        if (symbol.isEmpty() || state.isEmpty()) {
            throw unknown(symbol);
        }
        return "{\"symbol\":\""
                + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(symbol))
                + "\",\"updates\":["
                + state.stream().map(Update::json).collect(Collectors.joining(","))
                + "]}";
    }

    private Series series(Request request) {
        String symbol = request.text(Parameter.SYMBOL_IN_PATH);
        List<Feature> features = features(request.list(Parameter.FEATURES, MOST_FEATURES));
        for (Feature feature : features) {
            if (!SeriesBook.CHARTED.contains(feature)) {
                throw Refusal.bad(
                        "need features that are kept in memory, "
                                + SeriesBook.names()
                                + ", was "
                                + FeatureNames.of(feature)
                                + "; ask /api/history/features");
            }
        }
        if (!sources.market().symbols().containsKey(symbol)) {
            throw unknown(symbol);
        }
        return new Series(
                symbol,
                features.stream().map(FeatureNames::of).toList(),
                sources.market().series().rows(symbol, features, request.small(Parameter.SECONDS)));
    }

    private FeaturePage features(Request request) {
        List<Feature> features = features(request.list(Parameter.FEATURES, MOST_FEATURES));
        return store().features(span(request), features);
    }

    private static List<Feature> features(List<String> names) {
        return names.stream()
                .map(
                        name ->
                                FeatureNames.named(name)
                                        .orElseThrow(
                                                () ->
                                                        Refusal.bad(
                                                                "need names of features as in"
                                                                        + " FeatureVector, e.g. mid or"
                                                                        + " gibZ, was "
                                                                        + name)))
                .toList();
    }

    private Calibration calibration(Request request) {
        int horizon = request.small(Parameter.HORIZON);
        String predictor = request.text(Parameter.PREDICTOR);
        return store().calibration().of(known(range(request, 1, "")), predictor, horizon);
    }

    private Span span(Request request) {
        return known(
                range(request, request.small(Parameter.LIMIT), request.text(Parameter.BEFORE)));
    }

    private static Span range(Request request, int limit, String before) {
        String symbol = request.text(Parameter.SYMBOL);
        long from = request.number(Parameter.FROM);
        long to = request.number(Parameter.TO);
        if (from >= to || to - from > LONGEST_SPAN) {
            throw Refusal.bad(
                    "need from < to, at most a day ("
                            + LONGEST_SPAN
                            + " ms) apart, was from="
                            + from
                            + " to="
                            + to);
        }
        return new Span(symbol, from, to, limit, before);
    }

    private Span known(Span span) {
        if (!sources.market().symbols().containsKey(span.symbol())
                && !store().knows(span.symbol())) {
            throw unknown(span.symbol());
        }
        return span;
    }

    private GraphView graph(Request request) {
        String symbol = request.text(Parameter.SYMBOL);
        if (sources.graph() == null) {
            throw Refusal.away("need a graph, was none named; start the console with --neo4j");
        }
        Context context =
                sources.graph()
                        .context(
                                new ContextQuestion(
                                        NodeId.symbol(symbol),
                                        request.small(Parameter.HOPS),
                                        request.number(Parameter.AT),
                                        Duration.ofMinutes(request.number(Parameter.LOOK_BACK))
                                                .toMillis(),
                                        request.small(Parameter.MOST)));
        if (context.sights().isEmpty() && !sources.market().symbols().containsKey(symbol)) {
            throw unknown(symbol);
        }
        return new GraphView(
                symbol,
                context.question().asOfMillis(),
                context.sights().stream().map(Api::link).toList(),
                context.nodes());
    }

    private static GraphLink link(Context.Sight sight) {
        return new GraphLink(
                sight.hop(),
                sight.link().kind().name(),
                sight.link().from(),
                sight.link().to(),
                sight.link().validFromMillis(),
                sight.link().validToMillis());
    }

    private CompassAlerts alerts(Request request) {
        String symbol = request.text(Parameter.SYMBOL);
        List<CompassAlert> alerts = sources.compass().alerts(symbol);
        if (alerts.isEmpty() && !sources.market().symbols().containsKey(symbol)) {
            throw unknown(symbol);
        }
        return new CompassAlerts(symbol, alerts);
    }

    private CompassTrail trail(Request request) {
        CompassTrail trail = sources.compass().trail(request.text(Parameter.SYMBOL));
        if (trail.frames().isEmpty() && !sources.market().symbols().containsKey(trail.symbol())) {
            throw unknown(trail.symbol());
        }
        return trail;
    }

    private HistoryStore store() {
        if (sources.history() == null) {
            throw Refusal.away("need a store, was none named; start the console with --postgres");
        }
        return sources.history();
    }

    private static Refusal unknown(String symbol) {
        return Refusal.unknown("need a symbol that was heard of (/api/symbols), was " + symbol);
    }
}

package io.huihui.console;

import io.huihui.connectors.kafka.KafkaFeeder;
import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.connectors.neo4j.GraphMigrations;
import io.huihui.connectors.neo4j.Neo4jConfig;
import io.huihui.connectors.postgres.FeatureTable;
import io.huihui.connectors.postgres.Migrations;
import io.huihui.connectors.postgres.PostgresConfig;
import io.huihui.connectors.postgres.PostgresTable;
import io.huihui.connectors.postgres.PostgresTarget;
import io.huihui.connectors.postgres.RowEncoder;
import io.huihui.connectors.postgres.StoreLogins;
import io.huihui.connectors.postgres.StoreTables;
import io.huihui.connectors.postgres.TradeTables;
import io.huihui.connectors.store.DecisionSamples;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.console.market.Samples;
import io.huihui.console.store.HistoryStore;
import io.huihui.models.decision.DeadLetter;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;
import io.huihui.stack.KafkaServer;
import io.huihui.stack.Neo4jServer;
import io.huihui.stack.PostgresServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

/** The console on real Kafka, Postgres and Neo4j: what it says is what stands there. */
class ConsoleIT {

    private static final String PASSWORD = "it's a \"password\"";
    private static final long SECOND = DecisionSamples.SECOND;
    private static final String SPAN = "&from=" + (SECOND - 1000) + "&to=" + (SECOND + 1000);

    @TempDir static Path folder;

    private static KafkaServer kafka;
    private static PostgresServer postgres;
    private static Neo4jServer neo4j;
    private static ConsoleSources sources;
    private static ConsoleServer console;

    @BeforeAll
    static void start() throws Exception {
        CompletableFuture<KafkaServer> broker =
                CompletableFuture.supplyAsync(() -> KafkaServer.start(folder.resolve("kafka")));
        CompletableFuture<Neo4jServer> graph =
                CompletableFuture.supplyAsync(() -> Neo4jServer.start(folder.resolve("neo4j")));
        postgres = PostgresServer.start(folder.resolve("postgres"));
        fillStore();
        kafka = broker.join();
        KafkaTopics.ensure(kafka.bootstrapServers(), 1);
        fillTopics();
        neo4j = graph.join();
        fillGraph();
        sources =
                new ConsoleSources(
                        kafka.bootstrapServers(),
                        postgres.jdbcUrl(),
                        "test_reader",
                        PASSWORD,
                        neo4j.uri(),
                        neo4j.user(),
                        neo4j.password(),
                        "http://127.0.0.1:9",
                        "huihui");
        console = ConsoleServer.start(ConsoleSettings.local(0), sources);
        awaitSymbol();
    }

    @AfterAll
    static void stop() {
        console.close();
        neo4j.close();
        kafka.close();
        postgres.close();
    }

    private static void fillStore() throws Exception {
        try (Connection owner =
                DriverManager.getConnection(
                        postgres.jdbcUrl(), postgres.user(), postgres.password())) {
            Migrations.apply(owner);
            StoreLogins.ensure(
                    owner, "test_writer", PASSWORD, StoreLogins.WRITER, StoreLogins.MAIN_TENANT);
            StoreLogins.ensure(
                    owner, "test_reader", PASSWORD, StoreLogins.READER, StoreLogins.MAIN_TENANT);
        }
        write(FeatureTable.features(), DecisionSamples.features(0));
        write(FeatureTable.features(), DecisionSamples.features(1));
        write(StoreTables.verdicts(), DecisionSamples.verdict());
        write(StoreTables.outcomes(), DecisionSamples.outcome());
        write(TradeTables.directives(), DecisionSamples.trade());
        for (int i = 0; i < 3; i++) {
            write(
                    StoreTables.deadLetters(),
                    new DeadLetter("huihui.quotes", 0, i, "need bid <= ask, was not", "AAAA"));
        }
    }

    private static <T> void write(PostgresTable<T> table, T row) throws IOException {
        try (PostgresTarget target =
                new PostgresTarget(
                        List.of(table),
                        PostgresConfig.of(
                                postgres.jdbcUrl(), "test_writer", PASSWORD, "console-test"),
                        new PostgresTarget.WriterRun(0, 0))) {
            new RowEncoder<>(table).encode(row, target::add);
            target.send();
        }
    }

    private static void fillTopics() {
        try (KafkaFeeder feeder = new KafkaFeeder(kafka.bootstrapServers())) {
            feeder.send(Topics.FEATURES, DecisionSamples.features(0));
            feeder.send(Topics.VERDICTS, DecisionSamples.verdict());
            feeder.send(Topics.OPINIONS, DecisionSamples.opinion());
            feeder.send(Topics.OPINIONS, DecisionSamples.abstention());
            feeder.send(Topics.DIRECTIVES, DecisionSamples.trade());
        }
    }

    /** As the release before migrations wrote it, which they bring to the present form. */
    private static void fillGraph() {
        try (Driver driver =
                        GraphDatabase.driver(
                                neo4j.uri(), AuthTokens.basic(neo4j.user(), neo4j.password()));
                Session session = driver.session()) {
            session.run(
                            "CREATE (:Symbol {name: 'SPY'})-[:ADVISED {validFrom:"
                                    + " datetime({epochMillis: "
                                    + SECOND
                                    + "})}]->(:Directive {id: 'd', action: 'TRADE', thesis: 'BULLISH',"
                                    + " probability: 0.7})")
                    .consume();
        }
        GraphMigrations.apply(Neo4jConfig.of(neo4j.uri(), neo4j.user(), neo4j.password()));
    }

    private static void awaitSymbol() throws Exception {
        try (LiveReader reader = LiveReader.of(console.address())) {
            reader.say("{\"topics\":[\"directives\"],\"symbols\":[]}");
            reader.await(frame -> frame.contains("\"topic\":\"directives\""));
        }
    }

    @Test
    void stateOfASymbolIsWhatStandsInTheTopics() throws Exception {
        HttpResponse<String> answer = get("/api/symbols/SPY");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        line(Topics.FEATURES, DecisionSamples.features(0)),
                        line(Topics.VERDICTS, DecisionSamples.verdict()),
                        line(Topics.OPINIONS, DecisionSamples.opinion()),
                        line(Topics.OPINIONS, DecisionSamples.abstention()),
                        line(Topics.DIRECTIVES, DecisionSamples.trade()));
        assertThat(get("/api/symbols").body())
                .contains("{\"symbol\":\"SPY\",\"eventTimeMillis\":" + SECOND + "}");
        assertThat(get("/api/symbols/SPY/series?features=mid,gammaFlip").body())
                .contains("\"rows\":[[1.7E12,450.25,null]]");
    }

    @Test
    void liveStateIsWhatStandsInTheTopicsAndThenWhatIsNew() throws Exception {
        try (LiveReader reader = LiveReader.of(console.address());
                KafkaFeeder feeder = new KafkaFeeder(kafka.bootstrapServers())) {
            reader.say("{\"topics\":[\"verdicts\",\"features\"],\"symbols\":[\"SPY\",\"NEW\"]}");
            assertThat(reader.await(frame -> frame.contains("\"state\":true")))
                    .contains(line(Topics.VERDICTS, DecisionSamples.verdict()));

            feeder.send(Topics.FEATURES, Samples.features("NEW", 1, 17.25));
            feeder.flush();

            assertThat(reader.await(frame -> frame.contains("NEW")))
                    .contains(line(Topics.FEATURES, Samples.features("NEW", 1, 17.25)))
                    .contains("\"state\":false");
            reader.say("{\"topics\":[\"quotes\"],\"symbols\":[]}");
            assertThat(reader.await(frame -> !frame.contains("\"problem\":null")))
                    .contains("was quotes");
        }
    }

    /**
     * Browsers offer compression; a packing of its own for every client costs more than it saves.
     */
    @Test
    void compressionIsNotAgreedTo() throws Exception {
        try (Socket browser =
                new Socket(InetAddress.getLoopbackAddress(), console.address().getPort())) {
            browser.getOutputStream()
                    .write(
                            ("GET /live HTTP/1.1\r\nHost: "
                                            + console.address().getAuthority()
                                            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                            + "Sec-WebSocket-Version: 13\r\n"
                                            + "Sec-WebSocket-Key: c2l4dGVlbiBieXRlcyAhIQ==\r\n"
                                            + "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(
                            new InputStreamReader(
                                    browser.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).contains("101");
            for (String line = answer.readLine(); !line.isEmpty(); line = answer.readLine()) {
                assertThat(line).doesNotContain("permessage-deflate");
            }
        }
    }

    @Test
    void historyIsWhatStandsInTheStore() throws Exception {
        assertThat(
                        get("/api/history/features?symbol=SPY&features=mid,vpin,gammaFlip" + SPAN)
                                .body())
                .contains("\"rows\":[[1.7E12,450.25,0.4,null]],\"next\":null");
        assertThat(get("/api/history/verdicts?symbol=SPY" + SPAN).body())
                .contains(
                        "\"confidence\":" + DecisionSamples.verdict().confidence(),
                        "{\"name\":\"REGIME\",\"value\":0.5}",
                        "\"missing\":[\"SENTIMENT\"]");
        assertThat(get("/api/history/directives?symbol=SPY" + SPAN).body())
                .contains("\"id\":\"" + DecisionSamples.trade().id() + "\"");
        assertThat(get("/api/history/outcomes?symbol=SPY" + SPAN).body())
                .contains("\"brier\":" + DecisionSamples.outcome().brier());
        assertThat(
                        get("/api/calibration?symbol=SPY&predictor="
                                        + DecisionSamples.outcome().predictor()
                                        + "&horizonMinutes="
                                        + DecisionSamples.outcome().thesis().horizon().minutes()
                                        + SPAN)
                                .body())
                .contains("\"count\":1,\"brier\":" + DecisionSamples.outcome().brier());
        assertThat(get("/api/graph?symbol=SPY&at=" + (SECOND + 1)).body())
                .contains("\"kind\":\"ADVISED\"", "\"says\":\"TRADE\"", "\"value\":0.7");
    }

    @Test
    void pastOfACompassIsTheLastSecondOfEachHalfMinute() throws Exception {
        long noon = SECOND / 30_000 * 30_000;
        write(FeatureTable.features(), gib("PAST", noon - 14_430_000, 0, 9));
        write(FeatureTable.features(), gib("PAST", noon - 60_000, 0, 1));
        write(FeatureTable.features(), gib("PAST", noon - 60_000, 1, 2));
        write(FeatureTable.features(), gib("PAST", noon - 31_000, 0, 9));
        write(FeatureTable.features(), gib("PAST", noon - 30_000, 0, 3));
        write(FeatureTable.features(), gib("PAST", noon, 0, 9));
        try (HistoryStore store = new HistoryStore(postgres.jdbcUrl(), "test_reader", PASSWORD)) {
            assertThat(store.past().of("PAST", noon))
                    .containsExactly(
                            gib("PAST", noon - 60_000, 0, 2), gib("PAST", noon - 30_000, 0, 3));
            assertThat(store.past().of("NONE", noon)).isEmpty();
        }
    }

    private static FeatureSnapshot gib(String symbol, long time, int revision, double value) {
        return new FeatureSnapshot(
                new SnapshotId(symbol, time),
                revision,
                new FeatureVector.Builder().set(Feature.GIB_Z, value).build());
    }

    @Test
    void alertsOfACompassCanBeAskedFor() throws Exception {
        try (KafkaFeeder feeder = new KafkaFeeder(kafka.bootstrapServers());
                LiveReader reader = LiveReader.of(console.address())) {
            reader.say("{\"topics\":[\"features\"],\"symbols\":[\"LOUD\"]}");
            feeder.send(Topics.FEATURES, gib("LOUD", SECOND, 0, 2.5));
            feeder.flush();
            reader.await(frame -> frame.contains("\"LOUD\""));
        }
        assertThat(get("/api/compass/alerts?symbol=LOUD").body())
                .contains("\"beganMillis\":" + SECOND + ",\"endedMillis\":null");
        assertThat(get("/api/compass/alerts?symbol=SPY").body()).contains("\"alerts\":[]");
        assertRefused(404, "/api/compass/alerts?symbol=NONE", "was NONE");
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        String first = get("/api/dead-letters?limit=2").body();
        String cursor = first.replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
        String second = get("/api/dead-letters?limit=2&before=" + cursor).body();

        assertThat(first).contains("\"payloadBytes\":3");
        assertThat(first.split("\"reason\"", -1)).hasSize(3);
        assertThat(second.split("\"reason\"", -1)).hasSize(2);
        assertThat(second).endsWith("\"next\":null}");
    }

    @Test
    void whatCannotBeAnsweredIsRefusedWithASentence() throws Exception {
        assertRefused(404, "/api/symbols/NONE", "was NONE");
        assertRefused(404, "/api/history/verdicts?symbol=NONE" + SPAN, "was NONE");
        assertRefused(404, "/api/nothing", "need a path of /openapi.json");
        assertRefused(400, "/api/history/verdicts?symbol=SPY&from=1", "need to: Event time");
        assertRefused(400, "/api/history/verdicts?symbol=SPY&from=2&to=1", "need from < to");
        assertRefused(400, "/api/history/verdicts?symbol=SPY&from=x&to=1", "was x");
        assertRefused(400, "/api/history/verdicts?symbol=SPY&limit=1001" + SPAN, "from 1 to 1000");
        assertRefused(400, "/api/history/verdicts?symbol=SPY&before=!!" + SPAN, "need before as");
        assertRefused(400, "/api/history/features?symbol=SPY&features=a" + SPAN, "was a");
        assertRefused(400, "/api/symbols/SPY/series?features=dayOpen", "need features that");
    }

    @Test
    void healthNamesWhatIsAway() throws Exception {
        assertThat(get("/api/health").body())
                .contains("\"trouble\":null", "\"job\":null", "need Flink to answer");
    }

    @Test
    void consoleThatIsStartedAgainSaysTheSame() throws Exception {
        int port;
        try (ConsoleServer first = ConsoleServer.start(ConsoleSettings.local(0), sources)) {
            port = first.address().getPort();
        }
        try (ConsoleServer again = ConsoleServer.start(ConsoleSettings.local(port), sources);
                LiveReader reader = LiveReader.of(again.address())) {
            reader.say("{\"topics\":[\"verdicts\"],\"symbols\":[]}");
            assertThat(reader.await(frame -> frame.contains("\"topic\":\"verdicts\"")))
                    .contains(line(Topics.VERDICTS, DecisionSamples.verdict()));
        }
    }

    @Test
    void slowClientGetsTheNewestAndHoldsNobodyUp() throws Exception {
        int symbols = 200;
        int rounds = 15;
        String subscription = "{\"topics\":[\"features\"],\"symbols\":[]}";
        try (LiveReader slow = LiveReader.slow(console.address());
                LiveReader fast = LiveReader.of(console.address());
                KafkaFeeder feeder = new KafkaFeeder(kafka.bootstrapServers())) {
            slow.say(subscription);
            fast.say(subscription);
            for (int round = 1; round <= rounds; round++) {
                for (int symbol = 0; symbol < symbols; symbol++) {
                    feeder.send(
                            Topics.FEATURES,
                            Samples.features("SLOW" + symbol, round, 1000 + round));
                }
                feeder.flush();
            }
            String last = "\"mid\":" + (1000.0 + rounds);
            fast.await(frame -> frame.contains("\"SLOW199\"") && frame.contains(last));
            assertThat(slow.frames()).isZero();

            slow.readOn();

            slow.await(frame -> frame.contains("\"SLOW199\"") && frame.contains(last));
            assertThat(get("/api/health").body()).doesNotContain("\"conflated\":0}");
        }
    }

    @Test
    void nobodyReadsWithoutTheTokenBeyondThisMachine() throws Exception {
        String token = "a token of many characters";
        ConsoleSettings guarded = new ConsoleSettings("127.0.0.1", 0, token);
        try (ConsoleServer server = ConsoleServer.start(guarded, sources)) {
            URI api = server.address().resolve("/api/symbols");
            assertThat(send(HttpRequest.newBuilder(api)).statusCode()).isEqualTo(401);
            assertThat(send(HttpRequest.newBuilder(server.address())).statusCode()).isEqualTo(303);
            assertThat(login(server, "another").statusCode()).isEqualTo(401);

            String cookie =
                    login(server, token.replace(" ", "+")).headers().firstValue("Set-Cookie").get();

            assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain("characters");
            String pair = cookie.substring(0, cookie.indexOf(';'));
            assertThat(send(HttpRequest.newBuilder(api).header("Cookie", pair)).statusCode())
                    .isEqualTo(200);
            String forged = pair.replaceFirst("=\\d", "=9");
            assertThat(send(HttpRequest.newBuilder(api).header("Cookie", forged)).statusCode())
                    .isEqualTo(401);
        }
    }

    private static HttpResponse<String> login(ConsoleServer server, String token) throws Exception {
        return send(
                HttpRequest.newBuilder(server.address().resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("token=" + token)));
    }

    private static void assertRefused(int status, String path, String words) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(answer.body()).as(path).contains("\"status\":" + status, words);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(console.address().resolve(path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static <T> String line(Topic<T> topic, T value) {
        return "\"record\":" + topic.newJson().line(value);
    }
}

package io.huihui.console.page;

import io.huihui.connectors.kafka.KafkaFeeder;
import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.connectors.store.DecisionSamples;
import io.huihui.connectors.topic.Topics;
import io.huihui.console.ConsoleServer;
import io.huihui.console.ConsoleSettings;
import io.huihui.console.ConsoleSources;
import io.huihui.console.market.Samples;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.GateWeight;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.expert.regime.correlation.CorrelationMatrix;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;
import io.huihui.stack.KafkaServer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The page in Chromium, served by the real server on a real broker; pictures go to target. */
class PageIT {

    private static final int MANY = 100;
    private static final Path PICTURES = Path.of("target", "pictures");

    /** So that a test fails when a view writes into the console of the browser. */
    private final List<String> complaints = new ArrayList<>();

    @TempDir static Path folder;

    private static KafkaServer kafka;
    private static ConsoleSources sources;
    private static ConsoleServer console;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
        kafka = KafkaServer.start(folder.resolve("kafka"));
        KafkaTopics.ensure(kafka.bootstrapServers(), 1);
        try (KafkaFeeder feeder = new KafkaFeeder(kafka.bootstrapServers())) {
            for (int i = 0; i < MANY; i++) {
                feeder.send(Topics.FEATURES, Samples.features(symbol(i), 0, 100.25 + i));
            }
            feeder.send(Topics.FEATURES, loud());
            feeder.send(Topics.FEATURES, DecisionSamples.features(0));
            feeder.send(Topics.VERDICTS, DecisionSamples.verdict());
            feeder.send(Topics.OPINIONS, DecisionSamples.opinion());
            feeder.send(Topics.OPINIONS, DecisionSamples.abstention());
            feeder.send(Topics.DIRECTIVES, DecisionSamples.trade());
            feeder.send(
                    Topics.MARKET_STATES,
                    DecisionSamples.marketState(DecisionSamples.SECOND, 90_000));
            feeder.send(
                    Topics.CORRELATIONS,
                    new CorrelationMatrix(
                            DecisionSamples.SECOND,
                            List.of("QQQ", "SPY"),
                            List.of(0.625),
                            60,
                            40,
                            1.25));
            feeder.send(
                    Topics.KEY_LEVELS,
                    DecisionSamples.keyLevels(0, List.of(DecisionSamples.level(451.5))));
        }
        sources =
                new ConsoleSources(
                        kafka.bootstrapServers(),
                        "jdbc:postgresql://127.0.0.1:9/none",
                        "none",
                        "none",
                        "bolt://127.0.0.1:9",
                        "none",
                        "none",
                        "http://127.0.0.1:9",
                        "huihui");
        console = ConsoleServer.start(ConsoleSettings.local(0), sources);
        playwright = Browsers.playwright();
        browser = playwright.chromium().launch(Browsers.launch());
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        playwright.close();
        console.close();
        kafka.close();
    }

    /** Dealers' gamma and all flow at the end of their ranges. */
    private static FeatureSnapshot loud() {
        return new FeatureSnapshot(
                new SnapshotId("LOUD", Samples.NOON),
                0,
                new FeatureVector.Builder()
                        .set(Feature.GIB_Z, 2.5)
                        .set(Feature.VAPI_FA_5M, -3)
                        .set(Feature.DWFD_5M, -2)
                        .set(Feature.TW_LAF_5M, -2.5)
                        .build());
    }

    private static String symbol(int number) {
        return "S" + (100 + number);
    }

    private Page open(Browser in, String view, ColorScheme scheme) {
        Page page =
                in.newPage(
                        new Browser.NewPageOptions()
                                .setViewportSize(1280, 900)
                                .setColorScheme(scheme));
        page.onConsoleMessage(
                message -> {
                    // Here the store is away, which the browser tells of on its own.
                    if (message.type().equals("error") && !message.text().contains("503")) {
                        complaints.add(message.text());
                    }
                });
        page.onPageError(complaints::add);
        page.navigate(console.address().resolve("/#/" + view).toString());
        assertThat(page.locator(".link")).containsText("market");
        return page;
    }

    @Test
    void overviewShowsAHundredSymbolsInOneCallAndTheNumbersOfTheTopics() {
        try (Page page = open(browser, "overview", ColorScheme.LIGHT)) {
            assertThat(page.locator("tbody tr")).hasCount(MANY + 2);
            Locator row = page.locator("tbody tr", with("S142"));
            assertThat(row).containsText("142.25");
            assertThat(page.locator("tbody tr", with("SPY"))).containsText("450.25");
            page.waitForFunction("() => document.querySelector('compass-board').drawCalls === 1");

            assertThat(page.evaluate("() => document.querySelector('compass-board').drawnBy"))
                    .isEqualTo("webgl");
            picture(page, "overview-light");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void withoutWebGlACanvasShowsTheSame() {
        try (Browser plain =
                        playwright
                                .chromium()
                                .launch(Browsers.launch("--disable-webgl", "--disable-3d-apis"));
                Page page = open(plain, "overview", ColorScheme.DARK)) {
            page.waitForFunction(
                    "() => document.querySelector('compass-board').drawnBy === 'canvas'");
            assertThat(page.locator("tbody tr")).hasCount(MANY + 2);
            picture(page, "overview-dark-without-webgl");
        }
    }

    @Test
    void aServerThatIsKilledAndComesBackIsFoundAgain() {
        try (Page page = open(browser, "overview", ColorScheme.LIGHT)) {
            URI address = console.address();
            console.close();
            assertThat(page.locator(".link")).containsText("not connected");
            assertThat(page.locator(".panel.stale")).not().hasCount(0);

            console = ConsoleServer.start(ConsoleSettings.local(address.getPort()), sources);
            try (KafkaFeeder feeder = new KafkaFeeder(kafka.bootstrapServers())) {
                feeder.send(Topics.FEATURES, Samples.features("S142", 1, 77.75));
            }

            assertThat(page.locator(".link")).containsText("market");
            assertThat(page.locator("tbody tr", with("S142"))).containsText("77.75");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overview",
                "compass/SPY",
                "regime/SPY",
                "flow/SPY",
                "sentiment/SPY",
                "decisions/SPY",
                "health"
            })
    void everyViewIsReadableForEverybodyInBothThemes(String view) throws IOException {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (Page page = open(browser, view, scheme)) {
                assertThat(page.locator("main .panel").first()).isVisible();
                if (view.startsWith("compass")) {
                    // Not the panel that says that the axes are being asked for.
                    assertThat(page.locator(".rose")).isVisible();
                }
                picture(page, view.replace('/', '-') + "-" + scheme);
                page.evaluate(axe());
                Object serious =
                        page.evaluate(
                                "() => axe.run().then(found => found.violations"
                                        + ".filter(each => each.impact === 'serious' || each.impact === 'critical')"
                                        + ".map(each => each.id + ' at ' + each.nodes.map(node => node.target + ' ' + node.failureSummary)).join('; '))");
                assertThat(serious).as(view + " " + scheme).isEqualTo("");
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void alertsOfACompassStandOnItsViewAndOnTheOverview() {
        try (Page page = open(browser, "overview", ColorScheme.LIGHT)) {
            assertThat(page.locator(".labels li", with("LOUD"))).containsText("5 alerts");
            page.getByText("alerts", new Page.GetByTextOptions().setExact(true)).first().click();
            assertThat(page.locator("tbody tr").first()).containsText("LOUD");
            page.navigate(console.address().resolve("/#/compass/LOUD").toString());

            Locator alerts = page.getByLabel("Alerts", exactly());
            assertThat(alerts.locator("li.stands")).hasCount(5);
            assertThat(alerts).containsText("GIB at its high extreme");
            assertThat(page.locator(".rose .centre")).hasText("extreme");
            assertThat(page.locator(".compass-side .figure").nth(2)).containsText("strong bearish");
            picture(page, "compass-alerts");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void compassThatIsOpenedAnewKnowsItsLastStates() {
        String symbol = symbol(7);
        try (Page page = open(browser, "compass/" + symbol, ColorScheme.LIGHT)) {
            assertThat(page.locator(".rose")).isVisible();
            try (KafkaFeeder feeder = new KafkaFeeder(kafka.bootstrapServers())) {
                feeder.send(Topics.FEATURES, Samples.features(symbol, 20, 107.25));
            }
            assertThat(page.getByText("state 2 of 2")).isVisible();

            page.reload();

            assertThat(page.getByText("state 2 of 2")).isVisible();
            page.getByLabel("State of the compass in the history").fill("0");
            assertThat(page.getByText("state 1 of 2")).isVisible();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void stateOfTheMarketIsWhatTheTopicSays() {
        try (Page page = open(browser, "regime/SPY", ColorScheme.LIGHT)) {
            String condition =
                    DecisionSamples.marketState(DecisionSamples.SECOND, 90_000)
                            .condition()
                            .name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', ' ');

            assertThat(page.locator(".condition").first()).containsText(condition);
            assertThat(page.locator(".heat title").nth(1)).hasText("QQQ and SPY: 0.63");
            page.keyboard().press("4");
            assertThat(page).hasURL(java.util.regex.Pattern.compile(".*#/flow/SPY"));
            assertThat(page.locator("table"))
                    .containsText(List.of("451.50").toArray(String[]::new));
        }
    }

    @Test
    void whatIsDecidedIsWhatTheTopicsSay() {
        try (Page page = open(browser, "decisions/SPY", ColorScheme.LIGHT)) {
            Verdict verdict = DecisionSamples.verdict();
            Directive trade = DecisionSamples.trade();

            Locator said = page.getByLabel("Verdict", exactly());
            Thesis quarter = verdict.thesis(Horizon.MINUTES_15);
            assertThat(rowOf(said, "15 min")).containsText(percent(quarter.up()));
            assertThat(said.locator(".figure").nth(2)).containsText(whole(verdict.agreement()));
            for (GateWeight each : verdict.weights()) {
                assertThat(rowOf(said, each.expert().name().toLowerCase(Locale.ROOT)))
                        .containsText(percent(each.weight()));
            }
            Locator directive = page.getByLabel("Directive", exactly());
            assertThat(directive).containsText(trade.reason());
            assertThat(directive.locator(".figure").nth(2))
                    .containsText(number(trade.conviction()));
            assertThat(directive).containsText(number(trade.plan().stop().price()));
            picture(page, "decisions");
        }
    }

    private static Locator rowOf(Locator panel, String text) {
        return panel.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String whole(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.2f", value);
    }

    private static Page.LocatorOptions with(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private static String axe() throws IOException {
        try (InputStream script = PageIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

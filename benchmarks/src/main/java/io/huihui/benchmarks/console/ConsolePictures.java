package io.huihui.benchmarks.console;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Pictures of a console that runs, as headless Chromium shows it, 1280 by 900 pixels. */
public final class ConsolePictures {

    /** Charts have their numbers by then. */
    private static final long LOOK_MILLIS = 12_000;

    /** A busy processor that draws in place of a card takes longer over compasses; not for ever. */
    private static final String COMPASSES =
            DevTools.whenever(
                    "performance.now() > 120000 || [...document.querySelectorAll('compass-board')]"
                            + ".every(board => board.drawnBy !== 'none')");

    /** Views that show all there is. */
    private static final List<String> VIEWS =
            List.of("overview", "compass", "regime", "flow", "sentiment", "decisions");

    private ConsolePictures() {}

    /** Whether a page is bright or dark. */
    public enum Theme {
        LIGHT,
        DARK
    }

    /**
     * Takes a picture of each view.
     *
     * @param symbol what the views are about, in so far as they are about one
     * @return the pictures, {@code console-VIEW.png}
     * @throws IOException when Chromium does not start or a picture cannot be written
     */
    public static List<Path> take(URI console, String symbol, Theme theme, Path folder)
            throws IOException, InterruptedException {
        List<Path> pictures = new ArrayList<>();
        String named = URLEncoder.encode(symbol, StandardCharsets.UTF_8);
        try (Chromium browser = Chromium.open()) {
            DevTools page = browser.page();
            String scheme = theme == Theme.DARK ? "dark" : "light";
            page.ask(
                    "Emulation.setEmulatedMedia",
                    "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\""
                            + scheme
                            + "\"}]}");
            page.ask(
                    "Emulation.setDeviceMetricsOverride",
                    "{\"width\":1280,\"height\":900,\"deviceScaleFactor\":1,\"mobile\":false}");
            page.ask("Page.navigate", "{\"url\":\"" + console.resolve("/#/overview") + "\"}");
            for (String view : VIEWS) {
                String about = view.equals("overview") ? view : view + "/" + named;
                page.run("location.hash = '#/" + about + "'");
                Thread.sleep(LOOK_MILLIS);
                page.run(COMPASSES);
                String shot = page.text("Page.captureScreenshot", "{\"format\":\"png\"}", "/data");
                Path picture = folder.resolve("console-" + view + ".png");
                Files.write(picture, Base64.getDecoder().decode(shot));
                pictures.add(picture);
            }
        }
        return pictures;
    }
}

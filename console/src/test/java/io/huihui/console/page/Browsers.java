package io.huihui.console.page;

import io.huihui.stack.InstalledChromium;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The Chromium of this machine, or else Debian's, installed where that is possible. Playwright's
 * own is a download from elsewhere.
 */
final class Browsers {

    private static final long INSTALL_MINUTES = 6;

    private Browsers() {}

    /** Returns Playwright without its downloads. */
    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** Returns how to start the browser with these switches; skips the test where none is. */
    static BrowserType.LaunchOptions launch(String... switches) {
        Optional<Path> program = InstalledChromium.find().or(Browsers::install);
        Assumptions.assumeTrue(
                program.isPresent(),
                "need Chromium for the tests of the page, was none: "
                        + InstalledChromium.HOW_TO_GET);
        List<String> arguments = new ArrayList<>(List.of("--no-sandbox"));
        arguments.addAll(Arrays.asList(switches));
        return new BrowserType.LaunchOptions().setExecutablePath(program.get()).setArgs(arguments);
    }

    private static Optional<Path> install() {
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))
                || !"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        try {
            Process installing =
                    new ProcessBuilder(
                                    "sh",
                                    "-c",
                                    "apt-get update -qq; apt-get install -y -qq --no-install-recommends chromium")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!installing.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                installing.destroy();
            }
            return InstalledChromium.find();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}

package io.huihui.architecture;

import io.huihui.stack.ProjectRoot;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 21: an account's number and values that looked like secrets were in tracked configuration.
 * Secrets come from the environment; no file of the project holds one.
 */
@Tag("defect-21")
class SecretsTest {

    /** Made by builds and runs, or not ours. */
    private static final Set<String> NOT_TRACKED =
            Set.of(".git", "target", "data", "shared", ".idea", ".vscode");

    private static final long LARGEST_TEXT = 1 << 20;

    /** What gives itself away by its form, in any file. */
    private static final List<Pattern> FORMS =
            List.of(
                    Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
                    Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
                    Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{30,}"),
                    Pattern.compile("\\b(sk|rk|pk)[-_](live|test|proj)[-_][A-Za-z0-9]{16,}"),
                    Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
                    Pattern.compile("\\beyJ[A-Za-z0-9_-]{12,}\\.[A-Za-z0-9_-]{12,}\\."),
                    Pattern.compile("://[^/\\s:@\"'{}$<>+]+:[^/\\s:@\"'{}$<>+]+@"));

    /** Names of a chart's Secrets and of keys in them, which a chart has to name. */
    private static final String NAME_OF_A_SECRET =
            "huihui-[a-z0-9]+(-[a-z0-9]+)?\\s*$|[a-z]+-(password|token)\\s*$";

    /** A name that asks for a secret or an account, with a value written beside it. */
    private static final Pattern ASSIGNED =
            Pattern.compile(
                    "(?im)(password|passwd|secret|token|api[-_.]?key|account[-_.]?(id|number)?)"
                            + "[\"']?\\s*[:=]\\s*[\"']?(?!\\$|ENV|null|true|false|none|"
                            + NAME_OF_A_SECRET
                            + ")"
                            + "[^\\s\"',;(){}]{6,}");

    private static final Pattern CONFIGURATION =
            Pattern.compile(".*\\.(ya?ml|properties|conf|env|json|toml|sql|xml|options|config)");

    @Test
    void noFileHoldsASecret() throws IOException {
        List<String> found = new ArrayList<>();
        assertThat(files()).contains(ProjectRoot.find().resolve("pom.xml"));
        for (Path file : files()) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            String name = ProjectRoot.find().relativize(file).toString();
            secrets(name, text).forEach(secret -> found.add(name + ": " + secret));
        }

        assertThat(found).isEmpty();
    }

    /** Cut in two, so that this file does not hold one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN RSA ~PRIVATE KEY-----",
                "AKIA~ABCDEFGHIJKLMNOP",
                "ghp~_abcdefghijklmnopqrstuvwxyz0123456789",
                "jdbc:postgresql:~//trader:hunter22@db/huihui",
                "account_id: ~1234567890",
                "apiKey=~0123456789abcdef",
                "\"password\" : ~\"correct horse\""
            })
    void plantedSecretIsFound(String cut) {
        assertThat(secrets("config.yaml", cut.replace("~", ""))).isNotEmpty();
    }

    @Test
    void nameOfAVariableIsNoSecret() {
        assertThat(secrets("config.yaml", "password: ${HUIHUI_POSTGRES_PASSWORD}")).isEmpty();
        assertThat(secrets("values.yaml", "existingSecret: huihui-postgres")).isEmpty();
        assertThat(secrets("values.yaml", "tradierToken: tradier-token")).isEmpty();
    }

    private static List<String> secrets(String name, String text) {
        List<String> found = new ArrayList<>();
        List<Pattern> patterns = new ArrayList<>(FORMS);
        if (CONFIGURATION.matcher(name).matches()) {
            patterns.add(ASSIGNED);
        }
        for (Pattern pattern : patterns) {
            pattern.matcher(text).results().map(match -> match.group()).forEach(found::add);
        }
        return found;
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(
                ProjectRoot.find(),
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes all) {
                        return !folder.equals(ProjectRoot.find())
                                        && NOT_TRACKED.contains(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile() && attributes.size() <= LARGEST_TEXT) {
                            files.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return files;
    }
}

package io.huihui.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Java installation of this machine. */
record Jdk(Path home, int feature) {

    private static final Pattern RELEASE_VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)[^\"]*\"");

    /** Returns the Java that runs this process. */
    static Jdk current() {
        return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /**
     * Returns the current Java if its level is within the range, else the lowest installed one that
     * is.
     */
    static Jdk between(int lowest, int highest, String what) {
        Jdk current = current();
        if (current.feature >= lowest && current.feature <= highest) {
            return current;
        }
        return installed().stream()
                .filter(jdk -> jdk.feature >= lowest && jdk.feature <= highest)
                .min(Comparator.comparingInt(Jdk::feature))
                .orElseThrow(
                        () ->
                                new StackException(
                                        "need Java "
                                                + lowest
                                                + " to "
                                                + highest
                                                + " for "
                                                + what
                                                + ", was "
                                                + current.feature
                                                + " and no other installed: install Java 17, e.g. apt-get install openjdk-17-jdk-headless"));
    }

    String java() {
        return home.resolve("bin").resolve("java").toString();
    }

    private static List<Jdk> installed() {
        String user = System.getProperty("user.home");
        List<Jdk> found = new ArrayList<>();
        for (Path parent :
                List.of(
                        Path.of("/usr/lib/jvm"),
                        Path.of("/Library/Java/JavaVirtualMachines"),
                        Path.of(user, ".sdkman", "candidates", "java"),
                        Path.of(user, ".jdks"))) {
            found.addAll(under(parent));
        }
        return found;
    }

    private static List<Jdk> under(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.sorted()
                    .flatMap(entry -> Stream.of(entry, entry.resolve("Contents").resolve("Home")))
                    .filter(home -> Files.isExecutable(home.resolve("bin").resolve("java")))
                    .map(home -> new Jdk(home, featureOf(home.resolve("release"))))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Returns the Java level a release file names, 0 when it names none. */
    private static int featureOf(Path release) {
        try {
            Matcher version = RELEASE_VERSION.matcher(Files.readString(release));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}

package io.huihui.benchmarks.learners;

import io.huihui.benchmarks.MissingInputException;
import io.huihui.stack.ProjectRoot;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Finds the learners of other libraries. They lie in a module that nothing depends on and that no
 * artefact contains, for one of them is under the GPL; here its build output is loaded beside us.
 */
public final class Peers {

    private static final String BUILD = "./mvnw -DskipTests package";

    private Peers() {}

    /** Returns the one implementation there is; throws a sentence when it was not built. */
    public static <T> T load(Class<T> peer) {
        Path target = ProjectRoot.find().resolve(Path.of("benchmarks", "peers", "target"));
        Path list = target.resolve("class-path.txt");
        Path classes = target.resolve("classes");
        if (!Files.exists(list) || !Files.isDirectory(classes)) {
            throw new MissingInputException(
                    "need the peers' class path in " + list + ", was none; build it by " + BUILD);
        }
        try {
            List<URL> places = new ArrayList<>();
            places.add(url(classes));
            for (String jar : Files.readString(list).strip().split(File.pathSeparator, -1)) {
                places.add(url(Path.of(jar)));
            }
            // Never closed: the peer goes on loading classes for as long as the bench runs.
            URLClassLoader loader =
                    new URLClassLoader(places.toArray(URL[]::new), Peers.class.getClassLoader());
            return ServiceLoader.load(peer, loader)
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new MissingInputException(
                                            "need a "
                                                    + peer.getSimpleName()
                                                    + " in "
                                                    + classes
                                                    + ", was none; build it by "
                                                    + BUILD));
        } catch (IOException e) {
            throw new MissingInputException("need " + list + " to be readable, was " + e);
        }
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }
}

package io.huihui.architecture;

import de.thetaphi.forbiddenapis.Checker;
import de.thetaphi.forbiddenapis.ForbiddenApiException;
import de.thetaphi.forbiddenapis.Logger;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the build's own list of forbidden calls over one class. */
final class ForbiddenCalls {

    private ForbiddenCalls() {}

    /** Returns what the checker reports for the class. */
    static List<String> in(Class<?> type) throws Exception {
        List<String> lines = new ArrayList<>();
        Checker checker =
                new Checker(
                        new Lines(lines), type.getClassLoader(), Checker.Option.FAIL_ON_VIOLATION);
        checker.parseSignaturesFile(signatures().toFile());
        String classFile = "/" + type.getName().replace('.', '/') + ".class";
        checker.addClassToCheck(new File(type.getResource(classFile).toURI()));
        try {
            checker.run();
        } catch (ForbiddenApiException violations) {
            lines.add(violations.getMessage());
        }
        return lines;
    }

    private static Path signatures() throws IOException {
        for (Path folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            Path file = folder.resolve(".mvn/forbidden-calls.txt");
            if (Files.exists(file)) {
                return file;
            }
        }
        throw new IOException("need .mvn/forbidden-calls.txt above the working folder, was none");
    }

    private record Lines(List<String> lines) implements Logger {
        @Override
        public void error(String line) {
            lines.add(line);
        }

        @Override
        public void warn(String line) {
            lines.add(line);
        }

        @Override
        public void info(String line) {}

        @Override
        public void debug(String line) {}
    }
}

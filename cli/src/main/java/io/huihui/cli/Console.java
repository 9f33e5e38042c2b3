package io.huihui.cli;

import io.huihui.stack.LocalConsole;
import io.huihui.stack.LocalStack;
import io.huihui.stack.ProjectRoot;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** The web console beside a cluster; {@code up} starts one by itself. */
@Command(
        name = "console",
        description =
                "Serves the web console for the topics and stores of a running job, until stopped. It only reads.",
        footer = {
            "",
            "Passwords come from the environment: "
                    + LocalConsole.POSTGRES_PASSWORD_VARIABLE
                    + " and "
                    + LocalStack.NEO4J_PASSWORD_VARIABLE
                    + ".",
            "To listen beyond this machine a token of at least 24 characters must stand in "
                    + LocalConsole.TOKEN_VARIABLE
                    + "; readers log in with it. Put TLS in front."
        },
        mixinStandardHelpOptions = true)
final class Console implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--bootstrap", required = true, description = "Kafka's address.")
    private String bootstrap;

    @Option(
            names = "--port",
            defaultValue = "0",
            description = "Where to listen (default: any free port, the same one the next time).")
    private int port;

    @Option(
            names = "--bind",
            defaultValue = "127.0.0.1",
            description = "Address of this machine (default: ${DEFAULT-VALUE}).")
    private String bind;

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            description = "For history, e.g. jdbc:postgresql://127.0.0.1:5432/huihui.")
    private String postgres;

    @Option(
            names = "--postgres-user",
            defaultValue = LocalStack.CONSOLE_USER,
            description = "A member of huihui_reader (default: ${DEFAULT-VALUE}).")
    private String postgresUser;

    @Option(
            names = "--neo4j",
            paramLabel = "URI",
            description = "For context, e.g. bolt://127.0.0.1:7687.")
    private String neo4j;

    @Option(
            names = "--flink",
            paramLabel = "URL",
            description = "For the job's health, e.g. http://127.0.0.1:8081.")
    private String flink;

    @Option(
            names = "--group",
            defaultValue = MainJobArguments.GROUP,
            description = "Consumer group of the job, for its lag (default: ${DEFAULT-VALUE}).")
    private String group;

    @Option(
            names = "--data",
            description = "Folder for its log (default: data/console in the project).")
    private Path data;

    @Override
    public Integer call() throws InterruptedException {
        Path folder =
                data == null
                        ? ProjectRoot.find().resolve("data").resolve("console")
                        : data.toAbsolutePath();
        PrintWriter out = spec.commandLine().getOut();
        try (LocalConsole console = LocalConsole.start(folder, where())) {
            out.println("console   " + console.address());
            out.flush();
            // Ends with the process; the watchdog of the console sees to it that the console does,
            // too.
            new CountDownLatch(1).await();
        }
        return ExitCodes.DONE;
    }

    private LocalConsole.Where where() {
        List<String> sources = new ArrayList<>();
        sources.add("kafka=" + bootstrap);
        sources.add("group=" + group);
        add(sources, "postgres", postgres);
        sources.add("postgresUser=" + postgresUser);
        add(sources, "neo4j", neo4j);
        add(sources, "flink", flink);
        return new LocalConsole.Where(bind, port, sources, secrets());
    }

    private static void add(List<String> sources, String key, String value) {
        if (value != null) {
            sources.add(key + "=" + value);
        }
    }

    private static Map<String, String> secrets() {
        Map<String, String> secrets = new TreeMap<>();
        for (String name :
                List.of(
                        LocalConsole.POSTGRES_PASSWORD_VARIABLE,
                        LocalStack.NEO4J_PASSWORD_VARIABLE,
                        LocalConsole.TOKEN_VARIABLE)) {
            String value = System.getenv(name);
            if (value != null) {
                secrets.put(name, value);
            }
        }
        return secrets;
    }
}

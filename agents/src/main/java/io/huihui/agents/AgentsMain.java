package io.huihui.agents;

import org.apache.flink.statefun.sdk.java.StatefulFunctions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Serves all functions: {@code AgentsMain PORT [ADDRESS]}, on loopback unless told otherwise. A
 * language model is asked for words when the environment names one ({@link LanguageModelSettings}).
 */
public final class AgentsMain {

    private static final Logger LOG = LoggerFactory.getLogger(AgentsMain.class);

    private static final int UNUSABLE = 2;

    private AgentsMain() {}

    public static void main(String[] args) throws Exception {
        // Small answers would wait 40 ms for more to send; read when the server's class is loaded.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            FunctionServer server =
                    FunctionServer.start(
                            bind(args), Integer.parseInt(args[0]), functions(rewording()));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        } catch (IllegalArgumentException | UnknownHostException e) {
            LOG.error("{}", e.getMessage());
            System.exit(UNUSABLE);
        }
    }

    /** Loopback, unless a second argument names another address. */
    private static InetAddress bind(String[] args) throws UnknownHostException {
        return args.length > 1 ? InetAddress.getByName(args[1]) : InetAddress.getLoopbackAddress();
    }

    static StatefulFunctions functions(Rewording rewording) {
        StatefulFunctions functions = new StatefulFunctions();
        functions.withStatefulFunction(ConflictFunction.spec(rewording));
        functions.withStatefulFunction(SamplerFunction.spec());
        functions.withStatefulFunction(ComposerFunction.spec());
        return functions;
    }

    private static Rewording rewording() {
        Optional<LanguageModelSettings> settings = LanguageModelSettings.from(System.getenv());
        if (settings.isEmpty()) {
            LOG.info("no language model: the template's words are taken");
            return Rewording.NONE;
        }
        LOG.info("words by {}", settings.get());
        return new ModelRewording(LanguageModel.of(settings.get()), settings.get().deadline());
    }
}

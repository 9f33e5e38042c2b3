package io.huihui.stack.statefun;

import org.apache.flink.statefun.extensions.ExtensionModule;
import org.apache.flink.statefun.flink.core.StatefulFunctionsConfig;
import org.apache.flink.statefun.flink.core.StatefulFunctionsUniverse;
import org.apache.flink.statefun.flink.core.StatefulFunctionsUniverseProvider;
import org.apache.flink.statefun.flink.core.jsonmodule.JsonServiceLoader;
import org.apache.flink.statefun.flink.io.spi.FlinkIoModule;
import org.apache.flink.statefun.sdk.spi.StatefulFunctionModule;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * All that the runtime can do but Kinesis, whose modules stand among the services and fail to load
 * without 57 MB of connector.
 */
final class KafkaUniverse implements StatefulFunctionsUniverseProvider {

    private static final long serialVersionUID = 1L;

    private static final String LEFT_OUT = ".kinesis.";

    @Override
    public StatefulFunctionsUniverse get(ClassLoader loader, StatefulFunctionsConfig config) {
        StatefulFunctionsUniverse universe = new StatefulFunctionsUniverse(config.getFactoryKey());
        Map<String, String> settings = config.getGlobalConfigurations();
        each(ExtensionModule.class, loader, module -> module.configure(settings, universe));
        each(FlinkIoModule.class, loader, module -> module.configure(settings, universe));
        for (StatefulFunctionModule module : JsonServiceLoader.load(config.getRemoteModuleName())) {
            module.configure(settings, universe);
        }
        return universe;
    }

    private static <M> void each(Class<M> service, ClassLoader loader, Consumer<M> use) {
        Stream<ServiceLoader.Provider<M>> found = ServiceLoader.load(service, loader).stream();
        found.filter(module -> !module.type().getName().contains(LEFT_OUT))
                .map(ServiceLoader.Provider::get)
                .forEach(use);
    }
}

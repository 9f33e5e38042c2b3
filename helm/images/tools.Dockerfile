# The command line, with the gateway, the functions of the agents, and the console. It builds them itself, since the class paths of a
# build name jars of the machine that built:
#   docker build -f helm/images/tools.Dockerfile -t REGISTRY/huihui-tools:VERSION .
FROM eclipse-temurin:17-jdk AS build
COPY . /build
WORKDIR /build
# Each process has its own folder of jars: their libraries must not meet.
RUN ./mvnw -B -q -DskipTests package dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=target/image-lib \
    && cp cli/target/huihui-cli-*.jar cli/target/image-lib/

FROM eclipse-temurin:17-jre
COPY --from=build /build/cli/target/image-lib /opt/huihui/lib/cli
COPY --from=build /build/stack/agent-functions/target/image-lib /opt/huihui/lib/agents
COPY --from=build /build/stack/console-server/target/image-lib /opt/huihui/lib/console
COPY cli/jvm.options /opt/huihui/jvm.options
COPY helm/images/bin /usr/local/bin
# The command line leaves its log in target/ of the folder it runs in; the root is read-only, /tmp is not.
WORKDIR /tmp
USER 9999

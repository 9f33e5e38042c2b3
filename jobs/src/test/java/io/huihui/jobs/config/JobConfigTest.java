package io.huihui.jobs.config;

import io.huihui.models.memory.MemoryConfig;
import io.huihui.models.memory.MemoryScope;
import io.huihui.network.ComputeDevice;
import io.huihui.operators.gating.GateClock;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JobConfigTest {

    @Test
    void everyKeyIsDocumented() throws IOException {
        String page = Files.readString(projectRoot().resolve("docs/config.md"));

        assertThat(ConfigFile.keys(JobConfig.defaults()))
                .allSatisfy(key -> assertThat(page).contains("| `" + key + "` |"));
    }

    @Test
    void everyDocumentedKeyExists() throws IOException {
        List<String> keys = ConfigFile.keys(JobConfig.defaults());

        assertThat(Files.readAllLines(projectRoot().resolve("docs/config.md")))
                .filteredOn(line -> line.startsWith("| `"))
                .allSatisfy(
                        line -> assertThat(keys).contains(line.substring(3, line.indexOf('`', 3))));
    }

    @Test
    void aGpuIsRefusedBesideAnEngineThatFallsBack() {
        assertThat(
                        ConfigFile.read(
                                        JobConfig.defaults(),
                                        null,
                                        List.of("gate.engine=PYTORCH", "gate.device=GPU"))
                                .gate()
                                .device())
                .isEqualTo(ComputeDevice.GPU);
        assertThatThrownBy(
                        () ->
                                ConfigFile.read(
                                        JobConfig.defaults(), null, List.of("gate.device=GPU")))
                .hasMessageContaining("need gate.engine=PYTORCH for gate.device=GPU")
                .hasMessageContaining("gate.engine=AUTO");
    }

    @Test
    void pgvectorIsThatOfTheStoreAndIsLeftOutWhereThereIsNone() {
        List<String> asked = List.of("memory.engine=PGVECTOR", "memory.scope=MARKET");
        assertThatThrownBy(() -> ConfigFile.read(JobConfig.defaults(), null, asked))
                .hasMessageContaining("need postgres.enabled=true for memory.engine=PGVECTOR");
        List<String> complete = new ArrayList<>(asked);
        complete.add("postgres.enabled=true");
        complete.add("canary.symbols=[SPY]");
        JobConfig config = ConfigFile.read(JobConfig.defaults(), null, complete);

        assertThat(config.memory().engine()).isEqualTo(MemoryConfig.Engine.PGVECTOR);
        for (JobConfig other : List.of(config.forReplay(), config.forCanary())) {
            assertThat(other.memory().engine()).isEqualTo(MemoryConfig.Engine.EXACT);
            assertThat(other.memory().scope()).isEqualTo(MemoryScope.Kind.MARKET);
        }
    }

    @Test
    void defaultsReadBackFromTheirOwnYaml() throws IOException {
        Path file = Files.createTempFile("defaults", ".yaml");
        Files.writeString(file, ConfigFile.print(JobConfig.defaults()));

        assertThat(ConfigFile.read(JobConfig.defaults(), file, List.of()))
                .isEqualTo(JobConfig.defaults());
    }

    @Test
    void aReplayUsesTheClockOfItsEvents() {
        assertThat(JobConfig.defaults().gate().clock()).isEqualTo(GateClock.PROCESSING);
        assertThat(JobConfig.defaults().forReplay().gate().clock()).isEqualTo(GateClock.EVENT);
    }

    @Test
    void aStoreWithoutItsPasswordSaysWhichVariableToSet() {
        JobConfig config =
                ConfigFile.read(
                        JobConfig.defaults(),
                        null,
                        List.of("postgres.passwordVariable=NOT_SET_ANYWHERE"));

        assertThatThrownBy(() -> config.postgres().resolve(config.job()))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("environment variable NOT_SET_ANYWHERE");
    }

    @Test
    void outOfRangeValuesAreRefusedWithTheirKey() {
        assertThatThrownBy(
                        () ->
                                ConfigFile.read(
                                        JobConfig.defaults(),
                                        null,
                                        List.of("directives.minimumConviction=7")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("minimumConviction")
                .hasMessageContaining("directives");
    }

    private static Path projectRoot() {
        for (Path folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            if (Files.exists(folder.resolve("docs/config.md"))) {
                return folder;
            }
        }
        throw new AssertionError("need docs/config.md above the working folder, was none");
    }
}

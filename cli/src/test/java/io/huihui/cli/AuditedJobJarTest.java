package io.huihui.cli;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Finds within a second what the cluster's test would find after minutes. */
class AuditedJobJarTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void theLaterReleasesCompileAgainstTheJob(String version) throws Exception {
        assertThat(AuditedJobJar.compile(version, folder)).isNotEmptyDirectory();
    }
}

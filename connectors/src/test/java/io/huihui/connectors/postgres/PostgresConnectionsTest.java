package io.huihui.connectors.postgres;

import org.junit.jupiter.api.Test;
import org.postgresql.Driver;

import java.net.URL;
import java.net.URLClassLoader;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresConnectionsTest {

    @Test
    void theDriverOfAJobLeavesTheListOfDriversSoThatTheJobCanBeUnloaded() throws Exception {
        URL[] jobJar = {place(PostgresConnections.class), place(Driver.class)};
        try (URLClassLoader job =
                new URLClassLoader(jobJar, ClassLoader.getPlatformClassLoader())) {
            Class.forName(PostgresConnections.class.getName(), true, job);
            Class<?> driver = Class.forName(Driver.class.getName(), true, job);

            assertThat(driver).isNotSameAs(Driver.class);
            assertThat(driver.getMethod("isRegistered").invoke(null)).isEqualTo(false);
        }
        assertThat(Driver.isRegistered()).isTrue();
    }

    private static URL place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}

package io.huihui.connectors.postgres;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationsTest {

    @Test
    void appliesEveryFileOfTheFolderInOrder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../supabase/migrations"))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .isEqualTo(Migrations.FILES);
        }
    }

    @Test
    void namesFollowTheConventionOfSupabase() {
        assertThat(Migrations.FILES).allMatch(file -> file.matches("\\d{14}_[a-z_]+\\.sql"));
    }

    @Test
    void carriesTheFilesInTheJar() {
        assertThat(Migrations.FILES).allMatch(file -> Migrations.read(file).contains("huihui"));
    }
}

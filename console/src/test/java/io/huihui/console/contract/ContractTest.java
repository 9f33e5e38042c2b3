package io.huihui.console.contract;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class ContractTest {

    private static final String WRITE = "huihui.write";
    private static final Path RECORDS = Path.of("page/src/main/ts/generated/records.ts");

    @Test
    void typesOfThePageAreThoseOfTheRecords() throws IOException {
        String expected = Contract.typeScript();
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(RECORDS.getParent());
            Files.writeString(RECORDS, expected);
        }

        assertThat(Files.readString(RECORDS)).isEqualTo(expected);
    }

    @Test
    void missingValuesAndRowsWithGapsAreSaidToBeNull() {
        assertThat(Contract.typeScript())
                .contains("readonly conviction: number | null;")
                .contains("readonly (number | null)[];")
                .contains("readonly flags: Partial<Record<")
                .doesNotContain(": any");
    }
}

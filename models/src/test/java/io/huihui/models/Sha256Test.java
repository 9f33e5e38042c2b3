package io.huihui.models;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class Sha256Test {

    /** FIPS 180-2, appendix B.1. */
    @Test
    void isTheStandardsHash() {
        assertThat(Sha256.hex("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.of(new byte[0])).hasSize(32).startsWith(0xe3, 0xb0, 0xc4, 0x42);
    }
}

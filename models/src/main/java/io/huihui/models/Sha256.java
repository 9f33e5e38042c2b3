package io.huihui.models;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) of texts and bytes. */
public final class Sha256 {

    private Sha256() {}

    /** Returns the 32 bytes of the hash. */
    public static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("need SHA-256, which every JDK has", e);
        }
    }

    /** Returns the hash of a text in UTF-8 as 64 hexadecimal digits. */
    public static String hex(CharSequence text) {
        return HexFormat.of().formatHex(of(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}

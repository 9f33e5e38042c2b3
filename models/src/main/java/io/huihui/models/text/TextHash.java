package io.huihui.models.text;

/** Hashes of text that are the same on every machine and in every release. */
public final class TextHash {

    /** FNV-1a, 64 bits: offset basis and prime. */
    private static final long OFFSET = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private TextHash() {}

    /** Returns a well-mixed 64-bit hash of a text. */
    public static long of(CharSequence text) {
        return of(text, 0, text.length());
    }

    /** Returns the hash of the characters from {@code from} to before {@code to}. */
    public static long of(CharSequence text, int from, int to) {
        long hash = OFFSET;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mix(hash);
    }

    /** Returns the hash of an ordered pair of hashes. */
    public static long pair(long first, long second) {
        return mix(first * 31 + Long.rotateLeft(second, 17));
    }

    /** The finaliser of SplitMix64: FNV alone leaves the high bits of short texts alike. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}

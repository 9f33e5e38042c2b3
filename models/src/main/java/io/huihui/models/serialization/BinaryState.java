package io.huihui.models.serialization;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * State of an operator that writes itself. An implementation has a public constructor without
 * arguments and begins with an explicit version, so that every released version can be read for
 * ever.
 */
public interface BinaryState {

    /** Writes the version, then the state. Equal states write equal bytes. */
    void writeTo(DataOutput out) throws IOException;

    /**
     * Replaces this state by the one that {@link #writeTo} wrote, of this or an earlier version.
     *
     * @throws UnknownStateVersionException when the version is newer than this code
     */
    void readFrom(DataInput in) throws IOException;

    /**
     * Reads a version and returns it.
     *
     * @throws UnknownStateVersionException when it is not in 1..{@code newest}
     */
    static int readVersion(DataInput in, int newest, String state) throws IOException {
        int version = in.readUnsignedShort();
        if (version < 1 || version > newest) {
            throw new UnknownStateVersionException(
                    "need a version of "
                            + state
                            + " in 1.."
                            + newest
                            + ", was "
                            + version
                            + "; restore with the release that wrote it, or a newer one");
        }
        return version;
    }

    /** Writes a version so that {@link #readVersion} reads it back. */
    static void writeVersion(DataOutput out, int version) throws IOException {
        out.writeShort(version);
    }
}

package io.huihui.console.live;

import io.huihui.console.view.FrameTimes;

import java.nio.ByteBuffer;
import java.util.Set;

/** Where the binary frames of the compass come from. */
public interface CompassFrames {

    /** Without a compass. */
    CompassFrames NONE =
            new CompassFrames() {
                @Override
                public long version() {
                    return -1;
                }

                @Override
                public ByteBuffer frame(Set<String> symbols) {
                    throw new IllegalStateException("need a frame, was none");
                }

                @Override
                public FrameTimes times() {
                    return new FrameTimes(0, null, null);
                }
            };

    /** Returns the number of the newest frame, which counts up; -1 before the first. */
    long version();

    /**
     * Returns the newest frame.
     *
     * @param symbols empty for all
     */
    ByteBuffer frame(Set<String> symbols);

    /** Returns how long the last frames took. */
    FrameTimes times();
}

package io.huihui.simulator.truth;

/** One line of the truth log. */
public sealed interface TruthRecord
        permits StateSwitch,
                MicroSwitch,
                InformedEpisode,
                Accumulation,
                SpoofEpisode,
                ToxicBurst,
                CorrelationBreak,
                TopicLife,
                NewsShock,
                StoryTruth,
                MediaTruth,
                MacroSurprise,
                DealerPressure,
                ThesisTruth,
                RawFlaw {

    /** When it takes effect, milliseconds since the epoch. */
    long eventTimeMillis();

    /** Which record it is. */
    TruthKind kind();

    /** Adds the fields in their order. */
    void write(TruthLine.Writer line);
}

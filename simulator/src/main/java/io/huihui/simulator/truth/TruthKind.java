package io.huihui.simulator.truth;

import java.util.function.Function;

/** The kinds of truth; the name stands first on each line of the log. */
@SuppressWarnings("ImmutableEnumChecker") // The functions are references to static methods.
public enum TruthKind {
    STATE_SWITCH(StateSwitch::read),
    MICRO_SWITCH(MicroSwitch::read),
    INFORMED_EPISODE(InformedEpisode::read),
    ACCUMULATION(Accumulation::read),
    SPOOF_EPISODE(SpoofEpisode::read),
    TOXIC_BURST(ToxicBurst::read),
    CORRELATION_BREAK(CorrelationBreak::read),
    TOPIC_LIFE(TopicLife::read),
    NEWS_SHOCK(NewsShock::read),
    STORY_TRUTH(StoryTruth::read),
    MEDIA_TRUTH(MediaTruth::read),
    MACRO_SURPRISE(MacroSurprise::read),
    DEALER_PRESSURE(DealerPressure::read),
    THESIS_TRUTH(ThesisTruth::read),
    RAW_FLAW(RawFlaw::read);

    private final Function<TruthLine.Reader, TruthRecord> reader;

    TruthKind(Function<TruthLine.Reader, TruthRecord> reader) {
        this.reader = reader;
    }

    TruthRecord read(TruthLine.Reader line) {
        return reader.apply(line);
    }
}

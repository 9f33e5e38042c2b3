package io.huihui.models.expert;

import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.serialization.BinaryState;

/**
 * An expert: reads snapshots of one symbol in the order of their time and says what it thinks of
 * each. Its state is all it remembers; two experts with equal state give equal opinions.
 */
public interface ExpertModel extends BinaryState {

    /** Which of the three it is. */
    Expert expert();

    /** Name and version, e.g. {@code baseline-flow/1}. */
    String modelVersion();

    /** Returns what it thinks of the snapshot; an abstention when it has too little to go on. */
    ExpertOpinion observe(FeatureSnapshot snapshot);
}

package io.huihui.operators.expert;

import io.huihui.models.decision.BorrowedFeature;

import java.util.List;

/** An operator whose expert reads what others lend. */
public interface BorrowsFeatures {

    /** Hears what was borrowed for the next snapshot, missing or not. */
    void hear(List<BorrowedFeature> borrowed);
}

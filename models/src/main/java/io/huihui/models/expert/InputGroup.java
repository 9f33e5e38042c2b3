package io.huihui.models.expert;

import io.huihui.models.decision.InputQuality;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

/** The quality of a group of features, as an expert reports it. */
public final class InputGroup {

    private InputGroup() {}

    /**
     * Returns OK when all are there, the first one's excuse when none is, else PARTIAL; but
     * SYNTHETIC as soon as one that is there was made up, so that nothing made up passes for live.
     */
    public static InputQuality of(String name, FeatureVector features, Feature... group) {
        int present = 0;
        for (Feature feature : group) {
            if (features.has(feature)) {
                if (features.quality(feature) == Quality.SYNTHETIC) {
                    return new InputQuality(name, Quality.SYNTHETIC);
                }
                present++;
            }
        }
        if (present == 0) {
            return new InputQuality(name, features.quality(group[0]));
        }
        return new InputQuality(name, present == group.length ? Quality.OK : Quality.PARTIAL);
    }
}

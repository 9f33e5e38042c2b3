package io.huihui.models.decision;

/** Where a recommendation is in its life. */
public enum RecommendationStatus {
    ACTIVE_NEW,
    ACTIVE_OPEN,
    ACTIVE_ADJUSTED,
    PARTIAL,
    EXITED_TARGET,
    EXITED_STOP,
    EXITED_TIME,
    EXITED_REGIME,
    EXITED_CONVICTION,
    EXITED_MANUAL,
    EXITED_EXPIRED,
    CANCELLED;

    public boolean isActive() {
        return switch (this) {
            case ACTIVE_NEW, ACTIVE_OPEN, ACTIVE_ADJUSTED, PARTIAL -> true;
            case EXITED_TARGET,
                    EXITED_STOP,
                    EXITED_TIME,
                    EXITED_REGIME,
                    EXITED_CONVICTION,
                    EXITED_MANUAL,
                    EXITED_EXPIRED,
                    CANCELLED ->
                    false;
        };
    }
}

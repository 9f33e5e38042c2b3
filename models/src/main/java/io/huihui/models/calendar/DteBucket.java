package io.huihui.models.calendar;

import io.huihui.models.Require;

/** Class of days to expiry: 0, 1-2, 3-7, 8-21, 22-45, 46 and more calendar days. */
public enum DteBucket {
    TODAY(0),
    DAYS_1_2(2),
    DAYS_3_7(7),
    DAYS_8_21(21),
    DAYS_22_45(45),
    DAYS_46_UP(Integer.MAX_VALUE);

    private static final DteBucket[] BUCKETS = values();

    private final int lastDay;

    DteBucket(int lastDay) {
        this.lastDay = lastDay;
    }

    /** Returns the bucket of a contract that expires in {@code days} calendar days, 0 = today. */
    public static DteBucket of(int days) {
        Require.that(days >= 0, "days to expiry >= 0", () -> "days=" + days);
        for (DteBucket bucket : BUCKETS) {
            if (days <= bucket.lastDay) {
                return bucket;
            }
        }
        return DAYS_46_UP;
    }
}

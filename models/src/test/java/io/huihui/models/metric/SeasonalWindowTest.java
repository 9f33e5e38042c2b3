package io.huihui.models.metric;

import io.huihui.models.calendar.Session;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SeasonalWindowTest {

    private static final long FIRST = 1_718_028_000_000L;
    private static final int SLOT = 2;

    private final SeasonalWindow window = new SeasonalWindow();

    /** Sample 0 to 4 of a slot, three minutes apart. */
    private static Moment sample(int day, int slot, int number) {
        long time = FIRST + day * 86_400_000L + (slot * 5 + number) * 180_000L;
        return new Moment(time, 19884 + day, Session.MORNING, slot);
    }

    /** Five sessions of five samples: 1..25, median 13, MAD 6. */
    private void fiveSessions() {
        for (int i = 0; i < 25; i++) {
            assertThat(window.score(sample(i / 5, SLOT, i % 5), i + 1)).isNaN();
        }
    }

    @Test
    void comparesWithTheSameSlotOfEarlierSessions() {
        fiveSessions();

        assertThat(window.score(sample(5, SLOT, 0), 19)).isCloseTo(6 / 8.8956, within(1e-12));
        assertThat(window.median()).isEqualTo(13.0);
        assertThat(window.score(sample(5, SLOT + 1, 0), 19)).as("another slot").isNaN();
    }

    @Test
    void thePresentSessionIsNoPartOfItsOwnYardstick() {
        fiveSessions();
        for (int number = 0; number < 5; number++) {
            window.score(sample(5, SLOT, number), 1000);
        }

        assertThat(window.score(sample(5, SLOT, 4), 13)).isZero();
        // The next session sees them: 1..25 and five of 1000, median of 30 is 15.5.
        window.score(sample(6, SLOT, 0), 0);
        assertThat(window.median()).isEqualTo(15.5);
    }

    @Test
    void twentySessionsAreKept() {
        for (int day = 0; day < 30; day++) {
            for (int number = 0; number < 5; number++) {
                window.score(sample(day, SLOT, number), day);
            }
        }
        window.score(sample(30, SLOT, 0), 0);

        // Sessions 10 to 29 remain.
        assertThat(window.median()).isEqualTo(19.5);
    }

    @Test
    void outsideTheSessionThereIsNoScore() {
        fiveSessions();
        Moment closed = new Moment(FIRST + 5 * 86_400_000L, 19889, Session.CLOSED, -1);

        assertThat(window.score(closed, 13)).isNaN();
    }

    @Test
    void goesOnAfterRestoreInTheMiddleOfASlot() throws IOException {
        fiveSessions();
        window.score(sample(5, SLOT, 0), 26);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        window.writeTo(new DataOutputStream(bytes));
        SeasonalWindow restored = new SeasonalWindow();
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(restored.score(sample(5, SLOT, 1), 19)).isCloseTo(6 / 8.8956, within(1e-12));
        restored.score(sample(6, SLOT, 0), 0);
        // 1..25, the 26 from before the restore and the 19 from after it.
        assertThat(restored.median()).isEqualTo(14.0);
    }
}

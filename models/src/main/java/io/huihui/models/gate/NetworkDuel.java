package io.huihui.models.gate;

import io.huihui.models.decision.Direction;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Which gating network one symbol goes by, and which one challenges it. Both are asked about the
 * same snapshots; outcomes decide. Each symbol for itself: what came true of its own verdicts is
 * what it has learned its weights and calibration from, too.
 */
public final class NetworkDuel implements BinaryState {

    /** In place of a network's id: the one that this release ships. */
    public static final String SHIPPED = "shipped";

    /** In place of a network's id: there is none. */
    public static final String NONE = "";

    /** Evidence for a change: once in twenty it would be found where neither is better. */
    static final double ENOUGH = 20;

    /** Evidence against one that decides without ever having shown that it is better. */
    static final double ENOUGH_AGAINST_UNPROVEN = 4;

    private static final int STATE_VERSION = 1;

    /** What outcomes have decided. */
    public enum Change {
        /** The challenger decides from now on, and the one before challenges it. */
        PROMOTED,
        /** The one before decides again, and its successor is forgotten. */
        ROLLED_BACK,
        /** The challenger is worse, and is forgotten. */
        DROPPED
    }

    /**
     * A change, and what it was decided by.
     *
     * @param decides id of the network that decides from now on
     * @param other id of the one it was compared with
     * @param outcomes independent ones on which both spoke
     * @param brier mean score of the one that decides from now on, 0..2; lower is better
     * @param brierOfOther of the other on the same outcomes
     */
    public record Decision(
            Change change,
            String decides,
            String other,
            double outcomes,
            double brier,
            double brierOfOther) {}

    private String champion = SHIPPED;
    private String challenger = NONE;
    private String heard = NONE;

    /** Whether the challenger has decided before the champion did. */
    private boolean returns;

    /** Whether the champion has shown that it is better. */
    private boolean proven = true;

    private final ForecastEvidence forChallenger = new ForecastEvidence();
    private final ForecastEvidence againstIt = new ForecastEvidence();
    private double outcomes;
    private double sumOfChampion;
    private double sumOfChallenger;

    public String champion() {
        return champion;
    }

    /** Returns its id, or {@link #NONE}. */
    public String challenger() {
        return challenger;
    }

    /** Returns how many independent outcomes the two have been compared on. */
    public double outcomes() {
        return outcomes;
    }

    /**
     * Hears which network was sent last, again and again the same; returns whether another duel
     * begins with it.
     *
     * @param id of the network
     */
    boolean hear(String id, NetworkRole role) {
        String offer = role + " " + id;
        if (offer.equals(heard)) {
            return false;
        }
        heard = offer;
        if (id.equals(champion)) {
            return false;
        }
        switch (role) {
            case CHALLENGER -> begin(champion, id, false, true);
            case CHAMPION -> begin(id, champion, true, false);
            default -> throw new IllegalStateException("unknown role " + role);
        }
        return true;
    }

    private void begin(String decides, String challenges, boolean itReturns, boolean isProven) {
        champion = decides;
        challenger = challenges;
        returns = itReturns;
        proven = isProven;
        forChallenger.reset();
        againstIt.reset();
        outcomes = 0;
        sumOfChampion = 0;
        sumOfChallenger = 0;
    }

    /**
     * Learns one outcome on which both spoke; returns what it decides, null when that is nothing.
     *
     * @param ofChampion probabilities in the order of {@link Direction}
     * @param ofChallenger likewise
     * @param weight how many independent outcomes it is worth, above 0, at most 1
     */
    public Decision learn(
            double[] ofChampion, double[] ofChallenger, Direction realized, double weight) {
        if (challenger.equals(NONE)) {
            return null;
        }
        double possible = 0;
        for (Direction direction : Direction.values()) {
            double by = brier(ofChampion, direction) - brier(ofChallenger, direction);
            possible = Math.max(possible, Math.abs(by));
        }
        double champions = brier(ofChampion, realized);
        double challengers = brier(ofChallenger, realized);
        forChallenger.learn(champions - challengers, possible, weight);
        againstIt.learn(challengers - champions, possible, weight);
        outcomes += weight;
        sumOfChampion += weight * champions;
        sumOfChallenger += weight * challengers;
        if (forChallenger.value() >= (proven ? ENOUGH : ENOUGH_AGAINST_UNPROVEN)) {
            Change change = returns ? Change.ROLLED_BACK : Change.PROMOTED;
            Decision decision =
                    decision(change, challenger, sumOfChallenger, champion, sumOfChampion);
            begin(challenger, returns ? NONE : champion, true, true);
            return decision;
        }
        if (againstIt.value() >= ENOUGH) {
            Decision decision =
                    decision(Change.DROPPED, champion, sumOfChampion, challenger, sumOfChallenger);
            begin(champion, NONE, false, true);
            return decision;
        }
        return null;
    }

    private static double brier(double[] said, Direction realized) {
        double sum = 0;
        for (Direction direction : Direction.values()) {
            double miss = said[direction.ordinal()] - (direction == realized ? 1 : 0);
            sum += miss * miss;
        }
        return sum;
    }

    private Decision decision(
            Change change, String decides, double sum, String other, double sumOfOther) {
        return new Decision(
                change, decides, other, outcomes, sum / outcomes, sumOfOther / outcomes);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeUTF(champion);
        out.writeUTF(challenger);
        out.writeUTF(heard);
        out.writeBoolean(returns);
        out.writeBoolean(proven);
        forChallenger.writeTo(out);
        againstIt.writeTo(out);
        out.writeDouble(outcomes);
        out.writeDouble(sumOfChampion);
        out.writeDouble(sumOfChallenger);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "a duel of networks");
        champion = in.readUTF();
        challenger = in.readUTF();
        heard = in.readUTF();
        returns = in.readBoolean();
        proven = in.readBoolean();
        forChallenger.readFrom(in);
        againstIt.readFrom(in);
        outcomes = in.readDouble();
        sumOfChampion = in.readDouble();
        sumOfChallenger = in.readDouble();
    }
}

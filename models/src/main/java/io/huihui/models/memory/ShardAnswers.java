package io.huihui.models.memory;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Puts together what the shards of a memory found, for one symbol, and knows what is missing when
 * one of them does not answer.
 */
public final class ShardAnswers implements BinaryState {

    private static final int STATE_VERSION = 1;
    private static final int UNKNOWN = -1;

    /** By shard, how many situations it held when it last answered. */
    private int[] held = {};

    /**
     * Returns the nearest of all that were found; null when too few are held.
     *
     * @param answers to the same question, at most one a shard, at least one
     * @param neighbours how many are looked at
     */
    public Analogues merged(List<ShardAnswer> answers, int shards, int neighbours) {
        Require.within("answers", answers.size(), 1, shards);
        remember(answers, shards);
        int compared = 0;
        boolean approximate = false;
        List<Found> all = new ArrayList<>();
        for (ShardAnswer answer : answers) {
            compared += answer.held();
            approximate |= answer.approximate();
            for (int rank = 0; rank < answer.neighbours().size(); rank++) {
                all.add(new Found(answer.shard(), rank, answer.neighbours().get(rank)));
            }
        }
        if (compared < AnalogueMemory.FEWEST) {
            return null;
        }
        all.sort(Found.ORDER);
        AnalogueTally tally = new AnalogueTally();
        for (Found each : all.subList(0, Math.min(neighbours, all.size()))) {
            tally.add(each.neighbour.distance());
            for (KnownMove move : each.neighbour.moves()) {
                tally.add(move.horizon(), (float) move.sigmas());
            }
        }
        return tally.analogues(
                answers.get(0).asked(),
                compared,
                approximate,
                new MemoryReach(shards, answers.size(), share(answers, compared)));
    }

    /** Equally near ones are taken in the order of shards, whichever answered first. */
    private record Found(int shard, int rank, ShardNeighbour neighbour) {

        private static final Comparator<Found> ORDER =
                Comparator.comparingDouble((Found each) -> each.neighbour.distance())
                        .thenComparingInt(Found::shard)
                        .thenComparingInt(Found::rank);
    }

    private void remember(List<ShardAnswer> answers, int shards) {
        if (held.length != shards) {
            held = new int[shards];
            Arrays.fill(held, UNKNOWN);
        }
        for (ShardAnswer answer : answers) {
            held[answer.shard()] = answer.held();
        }
    }

    /** One that never answered is taken to hold as much as those that did. */
    private double share(List<ShardAnswer> answers, int compared) {
        if (answers.size() == held.length) {
            return 1;
        }
        long known = 0;
        int unknown = 0;
        for (int each : held) {
            known += Math.max(0, each);
            unknown += each == UNKNOWN ? 1 : 0;
        }
        double all = known * (held.length / (double) (held.length - unknown));
        return Math.min(1, compared / all);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeByte(held.length);
        for (int each : held) {
            out.writeInt(each);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "answers of shards");
        held = new int[in.readUnsignedByte()];
        for (int shard = 0; shard < held.length; shard++) {
            held[shard] = in.readInt();
        }
    }
}

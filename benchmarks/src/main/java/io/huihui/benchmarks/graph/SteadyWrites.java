package io.huihui.benchmarks.graph;

import io.huihui.connectors.neo4j.GraphWriter;
import io.huihui.models.OutsideResults;
import io.huihui.models.graph.Facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Goes on with a tale at so many links a second, in a batch every tenth of a second. */
@OutsideResults("paces a load")
final class SteadyWrites implements AutoCloseable {

    private static final int BATCHES_A_SECOND = 10;
    private static final double NANOS = 1e9;

    private final GraphTale tale;
    private final GraphWriter writer;
    private final int linksPerSecond;
    private final Queue<Facts> told = new ArrayDeque<>();
    private final AtomicLong links = new AtomicLong();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final long begin = System.nanoTime();
    private final Thread thread;

    private SteadyWrites(GraphTale tale, GraphWriter writer, int linksPerSecond) {
        this.tale = tale;
        this.writer = writer;
        this.linksPerSecond = linksPerSecond;
        this.thread = new Thread(this::run, "steady-writes");
    }

    static SteadyWrites start(GraphTale tale, GraphWriter writer, int linksPerSecond) {
        SteadyWrites writes = new SteadyWrites(tale, writer, linksPerSecond);
        writes.thread.start();
        return writes;
    }

    /** Returns how many links were written so far. */
    long links() {
        return links.get();
    }

    /** Returns how long it has been going on. */
    double seconds() {
        return (System.nanoTime() - begin) / NANOS;
    }

    private void run() {
        while (!stopped.get()) {
            long due = (long) (seconds() * linksPerSecond) + linksPerSecond / BATCHES_A_SECOND;
            List<Facts> batch = new ArrayList<>();
            long more = 0;
            while (links.get() + more < due) {
                if (told.isEmpty()) {
                    told.addAll(tale.next());
                }
                Facts facts = told.remove();
                batch.add(facts);
                more += facts.links().size();
            }
            try {
                writer.write(batch);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            links.addAndGet(more);
            LockSupport.parkNanos((long) (NANOS / BATCHES_A_SECOND));
        }
    }

    @Override
    public void close() {
        stopped.set(true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

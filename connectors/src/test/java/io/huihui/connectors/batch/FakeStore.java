package io.huihui.connectors.batch;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A store in memory that fails when told to; each line of what it is given is a row. */
final class FakeStore implements BatchTarget<String> {

    private final List<String> pending = new ArrayList<>();
    final List<List<String>> batches = new ArrayList<>();
    final Deque<IOException> failures = new ArrayDeque<>();
    int tries;
    boolean closed;
    Runnable onTry = () -> {};

    @Override
    public void add(String row) {
        pending.addAll(row.lines().toList());
    }

    @Override
    public int rows() {
        return pending.size();
    }

    @Override
    public int bytes() {
        return pending.stream().mapToInt(String::length).sum();
    }

    @Override
    public long send() throws IOException {
        tries++;
        onTry.run();
        if (!failures.isEmpty()) {
            throw failures.poll();
        }
        long newRows =
                pending.stream()
                        .filter(row -> batches.stream().noneMatch(batch -> batch.contains(row)))
                        .count();
        batches.add(List.copyOf(pending));
        return newRows;
    }

    @Override
    public void clear() {
        pending.clear();
    }

    @Override
    public String name() {
        return "a store in memory";
    }

    @Override
    public void close() {
        closed = true;
    }
}

package io.huihui.connectors.tape;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Sorts frames that may not fit into memory: what is held is sorted and written out as a run when
 * asked to, and runs are merged at the end.
 */
final class RunSorter implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path folder;
    private final String name;
    private final List<Path> runs = new ArrayList<>();
    private final List<DataInputStream> open = new ArrayList<>();
    private List<Frame> held = new ArrayList<>();
    private long heldBytes;

    /**
     * @param folder where runs go, with {@code name} as the start of their names
     */
    RunSorter(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    void add(Frame frame) {
        held.add(frame);
        heldBytes += frame.memoryBytes();
    }

    long heldBytes() {
        return heldBytes;
    }

    /** Writes what is held to a run and forgets it. */
    void spill() throws IOException {
        held.sort(Frame.ORDER);
        Path run = folder.resolve("." + name + ".run-" + runs.size());
        try (DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(run), BUFFER_BYTES))) {
            out.writeInt(held.size());
            for (Frame frame : held) {
                FrameIo.writeRunFrame(frame, out);
            }
        }
        runs.add(run);
        held = new ArrayList<>();
        heldBytes = 0;
    }

    /** Returns everything in order; the sorter takes no more after this. */
    Iterator<Frame> sorted() throws IOException {
        held.sort(Frame.ORDER);
        if (runs.isEmpty()) {
            return held.iterator();
        }
        List<Iterator<Frame>> parts = new ArrayList<>();
        for (Path run : runs) {
            DataInputStream in =
                    new DataInputStream(
                            new BufferedInputStream(Files.newInputStream(run), BUFFER_BYTES));
            open.add(in);
            parts.add(new Run(in));
        }
        parts.add(held.iterator());
        return new Merged(parts);
    }

    @Override
    public void close() throws IOException {
        for (DataInputStream in : open) {
            in.close();
        }
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
    }

    private static final class Run implements Iterator<Frame> {
        private final DataInputStream in;
        private int left;

        Run(DataInputStream in) throws IOException {
            this.in = in;
            this.left = in.readInt();
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public Frame next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            left--;
            try {
                return FrameIo.readRunFrame(in);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private static final class Merged implements Iterator<Frame> {

        private final PriorityQueue<Head> heads =
                new PriorityQueue<>(Comparator.comparing((Head head) -> head.frame, Frame.ORDER));

        Merged(List<Iterator<Frame>> parts) {
            for (Iterator<Frame> part : parts) {
                if (part.hasNext()) {
                    heads.add(new Head(part.next(), part));
                }
            }
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public Frame next() {
            Head head = heads.remove();
            if (head.rest.hasNext()) {
                heads.add(new Head(head.rest.next(), head.rest));
            }
            return head.frame;
        }
    }

    private static final class Head {
        private final Frame frame;
        private final Iterator<Frame> rest;

        Head(Frame frame, Iterator<Frame> rest) {
            this.frame = frame;
            this.rest = rest;
        }
    }
}

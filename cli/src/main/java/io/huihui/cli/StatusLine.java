package io.huihui.cli;

import java.io.PrintWriter;

/** One line that is written over again on a terminal, or a new line now and then elsewhere. */
final class StatusLine {

    /** In a log file a line a second would be too much to read. */
    private static final int EVERY_SECONDS = 10;

    private final PrintWriter out;
    private final boolean refreshed;
    private int shown;
    private int width;

    StatusLine(PrintWriter out, boolean refreshed) {
        this.out = out;
        this.refreshed = refreshed;
    }

    /** Takes the line of this second. */
    void show(String line) {
        if (refreshed) {
            out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            width = line.length();
        } else if (shown % EVERY_SECONDS == 0) {
            out.println(line);
        }
        shown++;
        out.flush();
    }

    void end() {
        if (refreshed && width > 0) {
            out.println();
            out.flush();
        }
    }
}

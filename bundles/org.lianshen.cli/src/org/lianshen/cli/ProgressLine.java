package org.lianshen.cli;

import java.io.PrintStream;
import org.lianshen.service.Progress;
import org.lianshen.service.text.Texts;

/** Says on standard error how far long work is, a few times a second at most. */
final class ProgressLine implements Progress {

    private static final long PAUSE_NANOS = 500_000_000L;

    private final PrintStream err;
    private final Texts texts;
    private long last = System.nanoTime();

    ProgressLine(PrintStream err, Texts texts) {
        this.err = err;
        this.texts = texts;
    }

    @Override
    public void at(long done, long total) {
        long now = System.nanoTime();
        if (now - last >= PAUSE_NANOS) {
            last = now;
            err.println(total > 0 ? texts.get("cli.progressOf", done, total) : texts.get("cli.progress", done));
        }
    }

    @Override
    public boolean cancelled() {
        return Thread.currentThread().isInterrupted();
    }
}

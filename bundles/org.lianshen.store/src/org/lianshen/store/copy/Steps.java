package org.lianshen.store.copy;

import org.lianshen.service.Progress;

/** Counts rows and tells it now and then. */
final class Steps {

    private static final int TELL_EVERY = 1000;
    private final Progress progress;
    private final long total;
    private long done;

    Steps(Progress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    void done() {
        done++;
        if (done % TELL_EVERY == 0 || done == total) {
            progress.at(done, total);
            check();
        }
    }

    void check() {
        progress.check();
    }
}

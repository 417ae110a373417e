package org.lianshen.review.ui;

import java.util.ArrayDeque;
import java.util.Deque;

/** Calls of a page that write, one after the other: each builds on what the one before has left in the store. On the UI thread. */
final class Turns {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean writing;

    /** While a call runs: what it changes is no news to the page. */
    boolean writing() {
        return writing;
    }

    /** Starts the call now, or once those before it have come back. It says {@link #done} when it has come back itself, with or without success. */
    void take(Runnable call) {
        if (writing) {
            waiting.add(call);
        } else {
            writing = true;
            call.run();
        }
    }

    void done() {
        writing = false;
        if (!waiting.isEmpty()) {
            take(waiting.poll());
        }
    }
}

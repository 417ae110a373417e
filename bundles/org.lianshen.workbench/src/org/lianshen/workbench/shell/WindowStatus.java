package org.lianshen.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lianshen.workbench.task.Tasks;

/** What the status line shows: the last thing said, and what runs. Told on any thread; listeners hear on the telling thread. */
final class WindowStatus implements Tasks.Listener {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Tasks.Running> running = new ArrayList<>();
    private volatile String said = "";

    void say(String text) {
        said = text;
        tell();
    }

    /** The line has been shown long enough. */
    void forget(String text) {
        if (said.equals(text)) {
            said = "";
        }
    }

    String said() {
        return said;
    }

    /** What runs now, the newest last. */
    synchronized List<Tasks.Running> running() {
        return List.copyOf(running);
    }

    @Override
    public void changed(Tasks.Running now) {
        synchronized (this) {
            int at = indexOf(now.task());
            if (now.finished()) {
                if (at >= 0) {
                    running.remove(at);
                }
            } else if (at >= 0) {
                running.set(at, now);
            } else {
                running.add(now);
            }
        }
        tell();
    }

    Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private int indexOf(Tasks.Task task) {
        for (int i = 0; i < running.size(); i++) {
            if (running.get(i).task() == task) {
                return i;
            }
        }
        return -1;
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}

package org.lianshen.review.ui;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.task.Later;
import org.lianshen.workbench.task.Tasks;

/** What one is writing on a page is kept as a draft by itself: after a pause, and when the page goes away. An act takes its place; where it is refused, the draft is still to be kept. */
final class Drafting {

    /** Drafts are stored this long after the last keystroke. */
    private static final int MILLIS = 2_000;

    private final Composite page;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final String label;
    private final Supplier<Runnable> draft;
    private final Supplier<String> said;
    private final Later later;
    private final Turns turns = new Turns();
    private boolean dirty;
    /** The last draft that waits for its turn, or null. */
    private Runnable unsent;

    /**
     * @param label in the status line while a draft is stored
     * @param draft gives the call that stores what is written at this moment; null where nothing is to be kept
     * @param said  what to say once it is stored
     */
    Drafting(Composite page, Tasks tasks, DialogService dialogs, String label, Supplier<Runnable> draft, Supplier<String> said) {
        this.page = page;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.label = label;
        this.draft = draft;
        this.said = said;
        later = new Later(page, MILLIS, () -> {
            if (unsaved()) {
                save();
            }
        });
        page.addDisposeListener(event -> keep());
    }

    /** While a call of this page runs: what it changes is no news here. */
    boolean writing() {
        return turns.writing();
    }

    boolean unsaved() {
        return dirty && draft.get() != null;
    }

    void changed() {
        dirty = true;
        later.soon();
    }

    /** What is shown is what is stored. */
    void shown() {
        dirty = false;
    }

    /** Stores what is written at this moment, once what is being written has come back. */
    void save() {
        Runnable store = draft.get();
        if (store == null) {
            return;
        }
        later.never();
        dirty = false;
        unsent = store;
        turns.take(() -> {
            unsent = null;
            tasks.run(page, label, progress -> {
                store.run();
                return store;
            }, stored -> {
                turns.done();
                dialogs.status(said.get());
            }, failure -> {
                dirty = true;
                turns.done();
                dialogs.problem(failure);
            });
        });
    }

    /** When the page goes away, what was typed last must not be lost. */
    private void keep() {
        Runnable store = unsaved() ? draft.get() : unsent;
        if (store != null) {
            tasks.run(page.getShell(), label, progress -> {
                store.run();
                return store;
            }, stored -> {
                // Nobody looks any more.
            });
        }
    }

    /** @param then takes what the act has led to */
    <T> void act(String doing, Supplier<T> act, Consumer<T> then, Consumer<Tasks.Failure> refused) {
        turns.take(() -> {
            boolean typed = dirty;
            dirty = false;
            tasks.run(page, doing, progress -> act.get(), done -> {
                then.accept(done);
                turns.done();
            }, failure -> {
                if (typed) {
                    changed();
                }
                turns.done();
                refused.accept(failure);
            });
        });
    }
}

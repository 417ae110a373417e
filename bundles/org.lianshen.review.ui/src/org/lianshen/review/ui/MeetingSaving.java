package org.lianshen.review.ui;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.service.MeetingService;
import org.lianshen.service.MeetingService.Standing;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.task.Later;
import org.lianshen.workbench.task.Tasks;

/**
 * The way of a meeting to the store: what was typed goes there by itself after a pause, and after each change the store says what is missing. What is written goes one after the other, for each
 * write builds on the version that the one before has made.
 */
final class MeetingSaving {

    private static final int SAVE_AFTER = 1500;
    /** When the page goes away, a write that has said nothing by then is not waited for any longer; one that waits behind a long import takes as long as it takes. */
    private static final int GIVEN_UP_AFTER = 60;

    private final Composite page;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final MeetingService meetings;
    private final ReviewMessages messages;
    private final View view;
    private final Later later;
    private final Turns turns = new Turns();
    private MeetingModel model;
    private Write running;

    /** A write on its way, and what the store makes of it: what was sent itself where the store refuses it. */
    private record Write(Meeting sent, CompletableFuture<Meeting> stored) {
        Write(Meeting sent) {
            this(sent, new CompletableFuture<>());
        }

        long version() {
            return stored.copy().completeOnTimeout(sent, GIVEN_UP_AFTER, TimeUnit.SECONDS).join().rowVersion();
        }
    }

    /** What the page shows of it. */
    interface View {

        void stands(Standing standing);

        /** All that was typed is stored. */
        void saved();

        /** The store has numbered or closed the meeting. */
        void head();
    }

    MeetingSaving(Composite page, Tasks tasks, DialogService dialogs, MeetingService meetings, ReviewMessages messages, View view) {
        this.page = page;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.meetings = meetings;
        this.messages = messages;
        this.view = view;
        later = new Later(page, SAVE_AFTER, () -> {
            if (canSave()) {
                save();
            }
        });
        page.addDisposeListener(event -> keep());
    }

    void of(MeetingModel shown) {
        model = shown;
    }

    /** While a call of this page runs: what it changes is no news here. */
    boolean writing() {
        return turns.writing();
    }

    boolean canSave() {
        return model != null && model.changed() && !model.meeting().closed();
    }

    /** Something was typed. */
    void changed() {
        later.soon();
        ask();
    }

    private void ask() {
        Meeting typed = model.meeting();
        tasks.run(page, messages.loading, progress -> meetings.standing(typed), found -> {
            if (model.meeting() == typed) {
                view.stands(found);
            }
        });
    }

    /** Stores what was typed and leaves the screen alone: somebody is typing into it. */
    void save() {
        if (turns.writing()) {
            later.soon();
            return;
        }
        later.never();
        turns.take(() -> {
            MeetingModel saving = model;
            Meeting typed = saving.meeting();
            Write write = new Write(typed);
            running = write;
            tasks.run(page, messages.saving, progress -> {
                try {
                    write.stored().complete(meetings.save(typed));
                } finally {
                    write.stored().complete(typed);
                }
                return write.stored().join();
            }, saved -> {
                stored(saving, typed, saved);
                view.head();
                if (!saving.changed()) {
                    // An answer that was on its way was about what is no more shown.
                    ask();
                    dialogs.status(messages.saved);
                }
            }, this::failed);
        });
    }

    /** Enters what happens in the room at this moment. Who is there is judged by what is stored: what was typed goes there first. */
    void enter(String label, Runnable act, String said, Consumer<Tasks.Failure> refused) {
        later.never();
        turns.take(() -> {
            MeetingModel entering = model;
            Meeting typed = entering.meeting();
            boolean unsaved = canSave();
            Write write = new Write(typed);
            running = write;
            tasks.run(page, label, progress -> {
                try {
                    if (unsaved) {
                        write.stored().complete(meetings.save(typed));
                    }
                } finally {
                    write.stored().complete(typed);
                }
                act.run();
                return meetings.standing(write.stored().join());
            }, standing -> {
                stored(entering, typed, write.stored().join());
                view.stands(standing);
                dialogs.status(said);
            }, failure -> {
                // What was typed may be stored although what happens in the room was refused.
                stored(entering, typed, write.stored().join());
                refused.accept(failure);
            });
        });
    }

    private void stored(MeetingModel of, Meeting typed, Meeting stored) {
        if (stored != typed) {
            of.stored(typed, stored);
        }
        turns.done();
        if (of.changed()) {
            later.soon();
        } else {
            view.saved();
        }
    }

    /** Closes the meeting, once nothing is on its way any more. @param then takes what was read afterwards */
    <T> void close(UUID id, Function<Meeting, T> read, Consumer<T> then) {
        turns.take(() -> {
            running = null;
            tasks.run(page, messages.closing, progress -> read.apply(meetings.close(id)), closed -> {
                turns.done();
                then.accept(closed);
            }, this::failed);
        });
    }

    private void failed(Tasks.Failure failure) {
        turns.done();
        dialogs.problem(failure);
    }

    /** What was typed last, when the page goes away: upon what a write still on its way makes of the meeting. */
    private void keep() {
        Meeting typed = canSave() ? model.meeting() : null;
        Write before = turns.writing() ? running : null;
        if (typed == null || before != null && before.sent() == typed) {
            return;
        }
        tasks.run(page.getShell(), messages.saving, progress -> {
            long version = before == null ? typed.rowVersion() : before.version();
            return meetings.save(typed.stored(typed.no(), typed.closedAt(), version));
        }, saved -> {
            // Nobody looks any more.
        });
    }
}

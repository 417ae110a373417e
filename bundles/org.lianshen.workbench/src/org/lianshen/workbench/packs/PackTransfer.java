package org.lianshen.workbench.packs;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.pack.CalendarReading;
import org.lianshen.model.pack.PackDraft;
import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackSection;
import org.lianshen.service.PackService;
import org.lianshen.service.PackService.Book;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.task.Tasks;

/** Files out and in: the edits of the pack to and from other desktops, and the public holidays of a year. */
final class PackTransfer {

    private static final String EDITS = "json";
    /** So many rows of a refused calendar are named at once. */
    private static final int ROWS_NAMED = 12;

    private final Composite page;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final PackService packs;
    private final PackMessages messages;
    private final Shown shown;

    /** What the page shows after an import. */
    interface Shown {

        /** Whether the page itself changes the draft just now. */
        void storing(boolean now);

        void changes(Book book);

        void entry(Book book, PackPath path);
    }

    PackTransfer(Composite page, Tasks tasks, DialogService dialogs, PackService packs, PackMessages messages, Shown shown) {
        this.page = page;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.packs = packs;
        this.messages = messages;
        this.shown = shown;
    }

    private FileKind edits() {
        return new FileKind(messages.fileKind, EDITS);
    }

    /** The draft, or what is in force where nothing is drafted. */
    void out(Book book) {
        String id = book.pending().isEmpty() ? book.inForce() : PackService.DRAFT;
        String name = String.join(".", messages.format(messages.fileName, id.replace('@', ' ')), EDITS);
        dialogs.saveFile(messages.export, name, edits()).ifPresent(file -> tasks.run(page, messages.exporting, progress -> {
            packs.exportTo(id, file);
            return file;
        }, written -> dialogs.status(messages.format(messages.exported, written.toString()))));
    }

    void in(Book book) {
        dialogs.openFiles(messages.imports, false, edits(), new FileKind(messages.calendarKind, "xlsx", "xls", "csv")).stream().findFirst().ifPresent(file -> {
            if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith("." + EDITS)) {
                edits(book, file);
            } else {
                calendar(book.draft(), file);
            }
        });
    }

    private void edits(Book book, Path file) {
        int pending = book.pending().size();
        if (pending > 0 && !dialogs.confirm(messages.importAsk, messages.format(messages.importAskText, pending), messages.importVerb)) {
            return;
        }
        shown.storing(true);
        tasks.run(page, messages.importing, progress -> {
            packs.importFrom(file);
            return packs.book();
        }, after -> {
            shown.storing(false);
            shown.changes(after);
            dialogs.status(messages.format(messages.imported, after.pending().size()));
        }, this::failed);
    }

    /** A calendar read and kept. */
    private record Kept(CalendarReading reading, Book book) {
    }

    private void calendar(PackDraft draft, Path file) {
        shown.storing(true);
        tasks.run(page, messages.importing, progress -> {
            CalendarReading reading = packs.readCalendar(file, progress);
            if (!reading.errors().isEmpty()) {
                throw new UserProblem(named(reading.errors()));
            }
            packs.takeCalendar(draft, reading, messages.format(messages.calendarReason, reading.file()));
            return new Kept(reading, packs.book());
        }, kept -> {
            shown.storing(false);
            List<Integer> years = List.copyOf(kept.reading().years().keySet());
            shown.entry(kept.book(), PackPath.of(PackSection.CALENDAR.path(), years.getFirst().toString()));
            dialogs.status(messages.format(messages.calendarKept, years.stream().map(String::valueOf).collect(Collectors.joining(" "))));
        }, this::failed);
    }

    private static List<Message> named(List<CellError> errors) {
        Stream<Message> first = errors.stream().limit(ROWS_NAMED).map(CellError::message);
        return errors.size() <= ROWS_NAMED ? first.toList() : Stream.concat(first, Stream.of(Message.of("intake.unlisted", errors.size() - ROWS_NAMED))).toList();
    }

    private void failed(Tasks.Failure failure) {
        shown.storing(false);
        dialogs.problem(failure);
    }
}

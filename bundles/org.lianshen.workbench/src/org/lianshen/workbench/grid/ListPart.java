package org.lianshen.workbench.grid;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.service.Changes;
import org.lianshen.service.Progress;
import org.lianshen.service.table.TableSpec;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.task.Tasks;

/**
 * A part that is one list: a head with its verbs, a banner for news and failures, and a grid with filter and count; while there is nothing, in the grid's place what would be here. It is read
 * by F5, when the person asks for it after a change elsewhere, and after each change made here.
 *
 * <p>The constructor of a list adds its verbs and listeners and calls {@link #start} last.
 *
 * @param <T> a row, a value
 * @param <L> what is read to be shown: the rows, with what the head says besides
 */
public abstract class ListPart<T, L> implements PartActions {

    protected final Kit kit;
    protected final Tasks tasks;
    protected final DialogService dialogs;
    protected final Composite page;
    protected final Header header;
    protected final Banner banner;
    protected final Grid<T> grid;
    private final ListTools tools;
    private final Words words;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final Composite table;
    private Control empty;
    /** How often the list was asked for: an answer that comes after a newer question is not shown. */
    private int asked;
    /** While a change made here runs: what it changes is no news here. */
    private volatile boolean changing;

    /**
     * @param title   in the head
     * @param loading in the status line while the list is read
     * @param help    behind F1
     */
    public record Words(String title, String loading, String help) {
    }

    /** @param identity what makes a row the same row when the list is read again, such as its id: the selection stays with it */
    protected ListPart(Composite parent, ListTools tools, Words words, TableSpec<T> spec, Function<T, ?> identity) {
        this.tools = tools;
        this.words = words;
        kit = tools.kit;
        tasks = tools.tasks;
        dialogs = tools.dialogs;
        page = kit.page(parent);
        header = kit.header(page, words.title(), "");
        banner = kit.banner(page);
        kit.line(page);
        body = new Composite(page, SWT.NONE);
        body.setLayout(stack);
        body.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        table = kit.page(body);
        grid = tools.grids.grid(table, spec);
        grid.identify(identity);
        grid.onSelect(rows -> allow());
        stack.topControl = table;
        empty = table;
    }

    /** Reads what is shown; not on the UI thread. */
    protected abstract L read();

    /** Shows what was read, by {@link #fill}. */
    protected abstract void show(L read);

    /** Says of each verb whether it can be pressed: after each selection and whenever rows are shown. */
    protected void allow() {
    }

    protected final FlatButton button(String verb, Runnable act) {
        return kit.button(header.actions(), verb, act);
    }

    /** What stands there while there are no rows; the first one said is the usual one. @param verb what to do about it; null for nothing */
    protected final Control nothing(Icon icon, String what, String todo, String verb, Runnable act) {
        Control said = kit.empty(body, icon, what, todo, verb, act);
        if (empty == table) {
            empty = said;
        }
        return said;
    }

    /** Reads the list for the first time. @param kinds of changes elsewhere that make it outdated */
    protected final void start(Changes.Kind... kinds) {
        tools.updates.listen(page, Set.of(kinds), change -> {
            if (!changing) {
                banner.showOutdatedList(this::refresh);
            }
        });
        allow();
        refresh();
    }

    /** Shows rows; where there are none, what would be here. */
    protected final void fill(List<T> rows, String subtitle) {
        fill(rows, subtitle, rows.isEmpty() ? empty : table);
    }

    /** Shows rows that a choice of the person's leaves over, be it none. */
    protected final void fill(List<T> rows, String subtitle, boolean any) {
        fill(rows, subtitle, any ? table : empty);
    }

    /** @param front what stands there, of what {@link #nothing} gave */
    protected final void fill(List<T> rows, String subtitle, Control front) {
        grid.setRows(rows);
        header.set(words.title(), subtitle);
        stack.topControl = front;
        body.layout();
        allow();
    }

    /** A change made from here, after which the list is read anew without asking; a failure is said. @param then takes what came of it */
    protected final <R> void change(String label, Tasks.Work<R> work, Consumer<R> then) {
        change(label, work, then, dialogs::problem);
    }

    /** @param refused takes the failure, such as a box that comes back */
    protected final <R> void change(String label, Tasks.Work<R> work, Consumer<R> then, Consumer<Tasks.Failure> refused) {
        changing = true;
        tasks.run(page, label, progress -> {
            try {
                return work.run(progress);
            } catch (Progress.Cancelled cancelled) {
                changing = false;
                throw cancelled;
            }
        }, result -> {
            changing = false;
            refresh();
            then.accept(result);
        }, failure -> {
            changing = false;
            refused.accept(failure);
        });
    }

    /** Rows and columns as shown, to a workbook. */
    @FunctionalInterface
    protected interface Export<T> {

        /** Not on the UI thread. */
        void write(TableSpec<T> columns, List<T> rows, Path target);
    }

    /** Asks where to, and exports what the grid shows. @param name of the file, without its ending */
    protected final void export(String verb, String name, Export<T> export) {
        List<T> rows = grid.shown();
        TableSpec<T> columns = grid.shownSpec();
        dialogs.saveFile(verb, name + ".xlsx", new FileKind(kit.messages().workbook, "xlsx")).ifPresent(target -> tasks.run(page, verb, progress -> {
            export.write(columns, rows, target);
            return target;
        }, written -> dialogs.status(kit.messages().format(kit.messages().exportedRows, rows.size(), written.toString()))));
    }

    @Override
    public final boolean canRefresh() {
        return true;
    }

    @Override
    public final void refresh() {
        banner.hide();
        int mine = ++asked;
        tasks.run(page, words.loading(), progress -> read(), read -> {
            if (mine == asked) {
                show(read);
            }
        }, failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    @Override
    public final boolean canFilter() {
        return true;
    }

    @Override
    public final void filter() {
        grid.focusFilter();
    }

    @Override
    public final String help() {
        return words.help();
    }

    @Focus
    public final void focus() {
        if (stack.topControl == table) {
            grid.setFocus();
        } else {
            stack.topControl.setFocus();
        }
    }
}

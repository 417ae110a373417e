package org.lianshen.workbench.shell;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.lianshen.service.SearchService;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.task.Tasks;
import org.lianshen.workbench.text.WorkbenchMessages;

/** The one search box (Ctrl+K): projects, units, budget lines, clauses and commands, in a drop-down below. Arrows move, Enter opens, Esc closes. */
@Creatable
final class SearchBox {

    static final String ID = "org.lianshen.search";
    private static final int PAUSE = 200;
    private static final int LIMIT = 24;

    private final Kit kit;
    private final Look look;
    private final WorkbenchMessages messages;
    private final Tasks tasks;
    private final SearchService search;
    private final Opener opener;
    private final DialogService dialogs;
    private final WindowModel window;
    private final UserMenu menu;
    private Text text;
    private Shell drop;
    private Table list;
    private String asked = "";

    /** One line of the drop-down. */
    private record Line(Icon icon, String kind, String title, String detail, Runnable open) {
    }

    @Inject
    SearchBox(Kit kit, WorkbenchMessages messages, Tasks tasks, SearchService search, Opener opener, DialogService dialogs, MApplication application, EModelService models,
            UserMenu menu) {
        this.kit = kit;
        this.look = kit.look();
        this.messages = messages;
        this.tasks = tasks;
        this.search = search;
        this.opener = opener;
        this.dialogs = dialogs;
        this.menu = menu;
        window = new WindowModel(application, models);
    }

    void create(Composite parent) {
        text = kit.filter(parent, messages.searchMessage);
        text.setData(ID, this);
        parent.getShell().setData(ID, this);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(text);
        text.addListener(SWT.Modify, event -> typed());
        text.addListener(SWT.KeyDown, this::onKey);
        text.addListener(SWT.DefaultSelection, event -> open());
        text.addListener(SWT.FocusOut, event -> text.getDisplay().asyncExec(() -> {
            if (drop != null && !drop.isDisposed() && text.getDisplay().getActiveShell() != drop) {
                close();
            }
        }));
        text.addListener(SWT.Dispose, event -> close());
    }

    void focus() {
        text.setFocus();
        text.selectAll();
    }

    private void typed() {
        String words = text.getText().strip();
        if (words.isEmpty()) {
            close();
            return;
        }
        text.getDisplay().timerExec(PAUSE, () -> {
            if (!text.isDisposed() && text.getText().strip().equals(words) && !words.equals(asked)) {
                asked = words;
                tasks.run(text, messages.searching, progress -> search.find(words, LIMIT), found -> show(words, found));
            }
        });
    }

    private void show(String words, List<SearchService.Found> found) {
        if (!words.equals(asked) || text.getText().isBlank()) {
            return;
        }
        List<Line> lines = Stream.concat(commands(words), found.stream().map(this::line)).toList();
        open(lines);
    }

    private Stream<Line> commands(String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        Stream<Line> desks = window.desks().stream().map(desk -> new Line(Icon.WINDOW_SIDEBAR, messages.kindCommand, messages.format(messages.goTo, desk.getLocalizedLabel()), "",
                () -> opener.open(desk.getElementId())));
        Stream<Line> acts = menu.entries().stream().map(entry -> new Line(entry.icon(), messages.kindCommand, entry.label(), "", entry.run()));
        return Stream.concat(desks, acts).filter(line -> line.title().toLowerCase(Locale.ROOT).contains(wanted));
    }

    private Line line(SearchService.Found found) {
        String id = found.id() == null ? found.key() : found.id().toString();
        return switch (found.kind()) {
            case PROPOSAL -> new Line(Icon.PENCIL_SQUARE, messages.kindProposal, found.title(), found.detail(), () -> opener.open(Opener.PROPOSAL, id, found.title()));
            case PROJECT -> new Line(Icon.JOURNAL_TEXT, messages.kindProject, found.title(), found.detail(), () -> opener.open(Opener.PROJECT, id, found.title()));
            case UNIT -> new Line(Icon.BUILDING, messages.kindUnit, found.title(), found.detail(), () -> opener.open(Opener.LEDGER, found.title(), found.title()));
            case BUDGET_LINE -> new Line(Icon.CALCULATOR, messages.kindBudgetLine, found.title(), found.detail(), () -> opener.open(Opener.FINDINGS, String.join("", Opener.LINE, id), null));
            case CLAUSE -> new Line(Icon.FILE_EARMARK_TEXT, messages.kindClause, found.title(), found.detail(), () -> dialogs.inform(found.title(), found.detail()));
        };
    }

    private void open(List<Line> lines) {
        if (drop == null || drop.isDisposed()) {
            drop = new Shell(text.getShell(), SWT.NO_TRIM | SWT.ON_TOP | SWT.NO_FOCUS);
            drop.setBackground(look.line());
            GridLayoutFactory.fillDefaults().margins(1, 1).applyTo(drop);
            list = new Table(drop, SWT.SINGLE | SWT.FULL_SELECTION);
            list.setFont(look.base());
            list.setBackground(look.surface());
            list.setForeground(look.text());
            Kit.name(list, messages.searchResults);
            GridDataFactory.fillDefaults().grab(true, true).applyTo(list);
            for (int i = 0; i < 3; i++) {
                new TableColumn(list, SWT.NONE);
            }
            list.addListener(SWT.MouseUp, event -> open());
            list.addListener(SWT.DefaultSelection, event -> open());
        }
        list.removeAll();
        for (Line line : lines) {
            TableItem item = new TableItem(list, SWT.NONE);
            item.setImage(0, look.icon(line.icon(), look.muted()));
            item.setText(new String[] {line.kind(), line.title(), line.detail()});
            item.setForeground(0, look.muted());
            item.setForeground(2, look.muted());
            item.setData(line);
        }
        if (lines.isEmpty()) {
            TableItem none = new TableItem(list, SWT.NONE);
            none.setText(new String[] {"", messages.format(messages.nothingFound, asked), ""});
        } else {
            list.select(0);
        }
        place();
    }

    private void place() {
        int width = Math.max(text.getSize().x, look.characters(80));
        list.getColumn(0).setWidth(look.characters(14));
        list.getColumn(1).setWidth((width - look.characters(14)) * 6 / 10);
        list.getColumn(2).setWidth((width - look.characters(14)) * 4 / 10 - look.u(6));
        int rows = Math.min(12, list.getItemCount());
        Point at = text.toDisplay(0, text.getSize().y + look.u(1));
        drop.setBounds(at.x, at.y, width, rows * list.getItemHeight() + look.u(2));
        drop.layout();
        if (!drop.isVisible()) {
            drop.setVisible(true);
        }
    }

    private void onKey(Event event) {
        boolean shown = drop != null && !drop.isDisposed();
        if (event.keyCode == SWT.ESC) {
            event.doit = false;
            if (shown) {
                close();
            } else {
                text.setText("");
            }
        } else if (shown && (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.ARROW_UP)) {
            event.doit = false;
            int to = list.getSelectionIndex() + (event.keyCode == SWT.ARROW_DOWN ? 1 : -1);
            list.setSelection(Math.max(0, Math.min(list.getItemCount() - 1, to)));
        }
    }

    private void open() {
        if (drop == null || drop.isDisposed() || list.getSelectionCount() == 0 || !(list.getSelection()[0].getData() instanceof Line line)) {
            return;
        }
        close();
        text.setText("");
        line.open().run();
    }

    private void close() {
        asked = "";
        if (drop != null && !drop.isDisposed()) {
            drop.dispose();
        }
    }
}

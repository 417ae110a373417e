package org.lianshen.review.ui;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.review.State;
import org.lianshen.model.review.TimeLimit.Level;
import org.lianshen.service.Changes;
import org.lianshen.service.ReviewService;
import org.lianshen.service.ReviewService.Held;
import org.lianshen.service.ReviewService.Owing;
import org.lianshen.service.Session;
import org.lianshen.service.table.BoardTable;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.EmptyPanel;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** 逾期看板: who holds what since when, how many working days are left, who was reminded and saw it. */
public final class OverduePart implements PartActions {

    private static final String UNIT = "unit";

    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final Opener opener;
    private final Session session;
    private final ReviewService reviews;
    private final ReviewMessages messages;
    private final Texts texts;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final Composite table;
    private final Grid<Held> grid;
    private final EmptyPanel empty;
    private final FlatButton late;
    private final FlatButton remind;
    private List<Held> all = List.of();
    private boolean lateOnly;

    @Inject
    public OverduePart(Composite parent, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Opener opener, Updates updates, Session session, ReviewService reviews,
            ReviewMessages messages, Texts texts) {
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.opener = opener;
        this.session = session;
        this.reviews = reviews;
        this.messages = messages;
        this.texts = texts;
        page = kit.page(parent);
        header = kit.header(page, messages.overdueTitle, "");
        late = kit.button(header.actions(), messages.overdueOnly, this::late);
        kit.button(header.actions(), messages.exportBoard, this::export);
        remind = kit.primary(header.actions(), messages.remindSelected, this::remind).keys("R");
        banner = kit.banner(page);
        kit.line(page);
        body = new Composite(page, SWT.NONE);
        body.setLayout(stack);
        body.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        table = kit.page(body);
        grid = grids.grid(table, new BoardTable(texts, BeijingTime.ZONE).spec());
        grid.tint(row -> row.limit().level() == Level.OVER ? Tone.BLOCK : row.limit().level() == Level.WARNING ? Tone.WARN : null);
        grid.onOpen(row -> {
            if (row.meeting() != null) {
                opener.open(Opener.ACTIONS);
            } else {
                opener.open(Opener.REVIEW, row.proposal().toString(), row.name());
            }
        });
        grid.onSelect(rows -> allow());
        grid.table().addListener(SWT.KeyDown, event -> {
            if (Character.toLowerCase(event.character) == 'r' && (event.stateMask & SWT.MODIFIER_MASK & ~SWT.SHIFT) == 0 && remind.blocked() == null) {
                remind();
            }
        });
        empty = kit.empty(body, Icon.HOURGLASS_SPLIT, messages.overdueEmptyWhat, messages.overdueEmptyTodo, null, null);
        stack.topControl = table;
        updates.listen(page, Set.of(Changes.Kind.PROPOSAL, Changes.Kind.REVIEW, Changes.Kind.MEETING), change -> banner.showOutdated(this::refresh));
        allow();
        refresh();
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loading, progress -> reviews.held(), this::show, failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private void show(List<Held> rows) {
        all = rows;
        grid.setRows(rows.stream().filter(row -> !lateOnly || row.limit().level() != Level.IN_TIME).toList());
        header.set(messages.overdueTitle, messages.format(messages.overdueSubtitle, rows.size(), count(Level.OVER), count(Level.WARNING)));
        stack.topControl = rows.isEmpty() ? empty : table;
        body.layout();
        allow();
    }

    private long count(Level level) {
        return all.stream().filter(row -> row.limit().level() == level).count();
    }

    private void late() {
        lateOnly = !lateOnly;
        late.setText(lateOnly ? messages.overdueAll : messages.overdueOnly);
        late.requestLayout();
        show(all);
    }

    /** Bodies that owe an opinion, and units that owe an answer. */
    private List<Held> remindable() {
        return grid.selection().stream().filter(row -> row.state() == State.RETURNED && UNIT.equals(row.who()) || row.what().key().equals("review.open.opinion")).toList();
    }

    private void allow() {
        remind.allowUnless(remindable().isEmpty() ? messages.nothingToRemind : "");
    }

    private void remind() {
        List<Held> rows = remindable();
        String who = rows.stream().map(row -> texts.format(row.holder())).distinct().collect(Collectors.joining("、"));
        var box = new ActBox(kit, messages.remindTitle, messages.remind).note(messages.format(messages.remindQuestion, rows.size(), who));
        var words = box.words(messages.remindWords);
        dialogs.open(box, refused -> tasks.run(page, messages.remind, progress -> {
            reviews.remind(rows.stream().map(row -> new Owing(row.proposal(), row.who())).toList(), words.text());
            return reviews.held();
        }, held -> {
            show(held);
            banner.hide();
            dialogs.status(messages.format(messages.remindedCount, rows.size()));
        }, refused));
    }

    private void export() {
        List<Held> rows = grid.shown();
        TableSpec<Held> columns = grid.shownSpec();
        dialogs.saveFile(messages.exportBoard, messages.format(messages.boardFile, session.today().toString()) + ".xlsx", new FileKind(messages.workbook, "xlsx"))
                .ifPresent(target -> tasks.run(page, messages.exporting, progress -> {
                    reviews.exportHeld(columns, rows, target);
                    return target;
                }, written -> dialogs.status(messages.format(messages.exported, rows.size(), written.toString()))));
    }

    @Override
    public boolean canFilter() {
        return true;
    }

    @Override
    public void filter() {
        grid.focusFilter();
    }

    @Override
    public String help() {
        return messages.overdueHelp;
    }

    @Focus
    void focus() {
        grid.setFocus();
    }
}

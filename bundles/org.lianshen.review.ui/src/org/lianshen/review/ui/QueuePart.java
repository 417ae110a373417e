package org.lianshen.review.ui;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.BodyStatus.Standing;
import org.lianshen.service.Changes;
import org.lianshen.service.MeetingService;
import org.lianshen.service.ReviewService;
import org.lianshen.service.ReviewService.Queued;
import org.lianshen.service.Session;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.EmptyPanel;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** What waits in the joint review, by due date. */
public final class QueuePart implements PartActions {

    static final String OVERDUE = "org.lianshen.review.part.overdue";
    static final String POOL = "org.lianshen.review.part.pool";
    static final String PANEL = "org.lianshen.review.part.panel";
    static final String MEETINGS = "org.lianshen.review.part.meetings";

    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final Opener opener;
    private final Session session;
    private final ReviewService reviews;
    private final MeetingService meetings;
    private final ReviewMessages messages;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final Composite table;
    private final Grid<Queued> grid;
    private final EmptyPanel empty;

    @Inject
    public QueuePart(Composite parent, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Opener opener, Updates updates, Session session, ReviewService reviews,
            MeetingService meetings, ReviewMessages messages, PackageMessages packages) {
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.opener = opener;
        this.session = session;
        this.reviews = reviews;
        this.meetings = meetings;
        this.messages = messages;
        page = kit.page(parent);
        header = kit.header(page, messages.queueTitle, "");
        kit.button(header.actions(), messages.pool, () -> opener.open(POOL));
        kit.button(header.actions(), messages.overdueTitle, () -> opener.open(OVERDUE));
        kit.button(header.actions(), packages.title, () -> opener.open(PackagesPart.ID));
        kit.button(header.actions(), messages.meetings, () -> opener.open(MEETINGS));
        kit.primary(header.actions(), messages.prepareMeeting, this::prepare);
        banner = kit.banner(page);
        kit.line(page);
        body = new Composite(page, SWT.NONE);
        body.setLayout(stack);
        body.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        table = kit.page(body);
        grid = grids.grid(table, spec());
        grid.tint(row -> Standings.overdue(row.state(), session.today()) ? Tone.BLOCK : null);
        grid.onOpen(row -> opener.open(Opener.REVIEW, row.proposal().toString(), row.name()));
        empty = kit.empty(body, Icon.PEOPLE, messages.queueEmptyWhat, messages.queueEmptyTodo, null, null);
        stack.topControl = table;
        updates.listen(page, java.util.Set.of(Changes.Kind.PROPOSAL, Changes.Kind.REVIEW, Changes.Kind.MEETING), change -> banner.showOutdatedList(this::refresh));
        refresh();
    }

    private TableSpec<Queued> spec() {
        return new TableSpec<>("reviewQueue", "review.queue.title", List.of(new Column<>("state", "review.queue.state", Type.STATE, 15, row -> Standings.mark(row.state().state())),
                new Column<>("name", "review.queue.name", Type.TEXT, 32, Queued::name),
                new Column<>("left", "review.queue.left", Type.TEXT, 19, row -> Standings.timeLeft(row.state(), session.today(), session.pack(), messages)),
                new Column<>("due", "review.queue.due", Type.DATE, 12, row -> row.state().dueDate()), new Column<>("unit", "review.queue.unit", Type.TEXT, 22, Queued::unit),
                new Column<>("applied", "review.queue.applied", Type.MONEY, 12, Queued::applied),
                new Column<>("round", "review.queue.round", Type.NUMBER, 7, row -> row.state().round()),
                new Column<>("signed", "review.queue.signed", Type.TEXT, 9, this::signed),
                new Column<>("no", "review.queue.no", Type.CODE, 20, Queued::reviewNo)));
    }

    private String signed(Queued row) {
        List<BodyStatus> bodies = row.state().bodies();
        long in = bodies.stream().filter(status -> status.standing() != Standing.WAITING && status.standing() != Standing.OVERDUE).count();
        return bodies.isEmpty() ? "" : messages.format(messages.signedOf, in, bodies.size());
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loading, progress -> reviews.queue(), this::show, failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private void show(List<Queued> rows) {
        LocalDate today = session.today();
        grid.setRows(rows);
        header.set(messages.queueTitle, messages.format(messages.queueSubtitle, rows.size(), rows.stream().filter(row -> Standings.overdue(row.state(), today)).count()));
        stack.topControl = rows.isEmpty() ? empty : table;
        body.layout();
    }

    private void prepare() {
        tasks.run(page, messages.preparing, progress -> meetings.prepare(session.today(), "14:30", ""), meeting -> {
            dialogs.status(messages.format(messages.prepared, meeting.no(), meeting.agenda().size()));
            opener.open(Opener.MEETING, meeting.id().toString(), messages.format(messages.meetingTitle, meeting.no()));
        });
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
        return messages.queueHelp;
    }

    @Focus
    void focus() {
        grid.setFocus();
    }
}

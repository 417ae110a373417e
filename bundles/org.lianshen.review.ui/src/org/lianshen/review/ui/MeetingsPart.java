package org.lianshen.review.ui;

import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.service.Changes;
import org.lianshen.service.MeetingService;
import org.lianshen.service.Session;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Mark;
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

/** Every joint meeting, newest first. */
public final class MeetingsPart implements PartActions {

    private static final String TEMPLATES = "org.lianshen.review.part.templates";

    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final Opener opener;
    private final Session session;
    private final MeetingService meetings;
    private final ReviewMessages messages;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final Composite table;
    private final Grid<Meeting> grid;
    private final EmptyPanel empty;

    @Inject
    public MeetingsPart(Composite parent, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Opener opener, Updates updates, Session session, MeetingService meetings,
            ReviewMessages messages) {
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.opener = opener;
        this.session = session;
        this.meetings = meetings;
        this.messages = messages;
        page = kit.page(parent);
        header = kit.header(page, messages.meetingsTitle, "");
        kit.button(header.actions(), messages.templates, () -> opener.open(TEMPLATES));
        kit.button(header.actions(), messages.actions, () -> opener.open(Opener.ACTIONS)).hint(messages.actionsHint);
        kit.primary(header.actions(), messages.prepareMeeting, this::prepare);
        banner = kit.banner(page);
        kit.line(page);
        body = new Composite(page, SWT.NONE);
        body.setLayout(stack);
        body.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        table = kit.page(body);
        grid = grids.grid(table, spec());
        grid.onOpen(this::open);
        empty = kit.empty(body, Icon.CALENDAR_EVENT, messages.meetingsEmptyWhat, messages.meetingsEmptyTodo, messages.prepareMeeting, this::prepare);
        stack.topControl = table;
        updates.listen(page, Changes.Kind.MEETING, change -> banner.showOutdated(this::refresh));
        refresh();
    }

    private static TableSpec<Meeting> spec() {
        return new TableSpec<>("meetings", "review.meetings.title", List.of(new Column<>("no", "review.meetings.no", Type.CODE, 10, Meeting::no),
                new Column<>("date", "review.meetings.date", Type.DATE, 12, Meeting::date), new Column<>("place", "review.meetings.place", Type.TEXT, 26, Meeting::place),
                new Column<>("chair", "review.meetings.chair", Type.TEXT, 14, Meeting::chair),
                new Column<>("items", "review.meetings.items", Type.NUMBER, 8, meeting -> meeting.agenda().size()),
                new Column<>("decided", "review.meetings.decided", Type.NUMBER, 8, meeting -> (int) meeting.agenda().stream().filter(item -> item.kind() != null).count()),
                new Column<>("state", "review.meetings.state", Type.STATE, 12, meeting -> meeting.closed() ? new Mark("review.meetings.closed", Column.Tone.OK, "check-circle")
                        : new Mark("review.meetings.open", Column.Tone.INFO, "clock"))));
    }

    private void open(Meeting meeting) {
        opener.open(Opener.MEETING, meeting.id().toString(), messages.format(messages.meetingTitle, meeting.no()));
    }

    private void prepare() {
        tasks.run(page, messages.preparing, progress -> meetings.prepare(session.today(), "14:30", ""), meeting -> {
            dialogs.status(messages.format(messages.prepared, meeting.no(), meeting.agenda().size()));
            open(meeting);
            refresh();
        });
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loading, progress -> meetings.list(), rows -> {
            grid.setRows(rows);
            header.set(messages.meetingsTitle, messages.format(messages.meetingsSubtitle, rows.size()));
            stack.topControl = rows.isEmpty() ? empty : table;
            body.layout();
        }, failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
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
        return messages.meetingsHelp;
    }

    @Focus
    void focus() {
        grid.setFocus();
    }
}

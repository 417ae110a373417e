package org.lianshen.review.ui;

import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.service.Changes;
import org.lianshen.service.MeetingService;
import org.lianshen.service.Session;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.workbench.grid.ListPart;
import org.lianshen.workbench.grid.ListTools;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;

/** Every joint meeting, newest first. */
public final class MeetingsPart extends ListPart<Meeting, List<Meeting>> {

    private static final String TEMPLATES = "org.lianshen.review.part.templates";

    private final Opener opener;
    private final Session session;
    private final MeetingService meetings;
    private final ReviewMessages messages;

    @Inject
    public MeetingsPart(Composite parent, ListTools tools, Opener opener, Session session, MeetingService meetings, ReviewMessages messages) {
        super(parent, tools, new Words(messages.meetingsTitle, messages.loading, messages.meetingsHelp), spec(), Meeting::id);
        this.opener = opener;
        this.session = session;
        this.meetings = meetings;
        this.messages = messages;
        button(messages.templates, () -> opener.open(TEMPLATES));
        button(messages.actions, () -> opener.open(Opener.ACTIONS)).hint(messages.actionsHint);
        String denied = session.actor().may(Permission.RUN_MEETING) ? "" : messages.notSecretary;
        kit.primary(header.actions(), messages.prepareMeeting, this::prepare).allowUnless(denied);
        grid.onOpen(this::open);
        nothing(Icon.CALENDAR_EVENT, messages.meetingsEmptyWhat, messages.meetingsEmptyTodo, denied.isEmpty() ? messages.prepareMeeting : null, this::prepare);
        start(Changes.Kind.MEETING);
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
        change(messages.preparing, progress -> meetings.prepare(session.today(), "14:30", ""), meeting -> {
            dialogs.status(messages.format(messages.prepared, meeting.no(), meeting.agenda().size()));
            open(meeting);
        });
    }

    @Override
    protected List<Meeting> read() {
        return meetings.list();
    }

    @Override
    protected void show(List<Meeting> rows) {
        fill(rows, messages.format(messages.meetingsSubtitle, rows.size()));
    }
}

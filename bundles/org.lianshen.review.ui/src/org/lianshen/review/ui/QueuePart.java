package org.lianshen.review.ui;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.identity.Permission;
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
import org.lianshen.workbench.grid.ListPart;
import org.lianshen.workbench.grid.ListTools;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;

/** What waits in the joint review, by due date. */
public final class QueuePart extends ListPart<Queued, List<Queued>> {

    static final String OVERDUE = "org.lianshen.review.part.overdue";
    static final String POOL = "org.lianshen.review.part.pool";
    static final String PANEL = "org.lianshen.review.part.panel";
    static final String MEETINGS = "org.lianshen.review.part.meetings";

    private final Opener opener;
    private final Session session;
    private final ReviewService reviews;
    private final MeetingService meetings;
    private final ReviewMessages messages;

    @Inject
    public QueuePart(Composite parent, ListTools tools, Opener opener, Session session, ReviewService reviews, MeetingService meetings, ReviewMessages messages, PackageMessages packages) {
        super(parent, tools, new Words(messages.queueTitle, messages.loading, messages.queueHelp), spec(session, messages), Queued::proposal);
        this.opener = opener;
        this.session = session;
        this.reviews = reviews;
        this.meetings = meetings;
        this.messages = messages;
        button(messages.pool, () -> opener.open(POOL));
        button(messages.overdueTitle, () -> opener.open(OVERDUE));
        button(packages.title, () -> opener.open(PackagesPart.ID));
        button(messages.meetings, () -> opener.open(MEETINGS));
        kit.primary(header.actions(), messages.prepareMeeting, this::prepare).allowUnless(session.actor().may(Permission.RUN_MEETING) ? "" : messages.notSecretary);
        grid.tint(row -> Standings.overdue(row.state(), session.today()) ? Tone.BLOCK : null);
        grid.onOpen(row -> opener.open(Opener.REVIEW, row.proposal().toString(), row.name()));
        nothing(Icon.PEOPLE, messages.queueEmptyWhat, messages.queueEmptyTodo, null, null);
        start(Changes.Kind.PROPOSAL, Changes.Kind.REVIEW, Changes.Kind.MEETING);
    }

    private static TableSpec<Queued> spec(Session session, ReviewMessages messages) {
        return new TableSpec<>("reviewQueue", "review.queue.title", List.of(new Column<>("state", "review.queue.state", Type.STATE, 15, row -> Standings.mark(row.state().state())),
                new Column<>("name", "review.queue.name", Type.TEXT, 32, Queued::name),
                new Column<>("left", "review.queue.left", Type.TEXT, 19, row -> Standings.timeLeft(row.state(), session.today(), session.pack(), messages)),
                new Column<>("due", "review.queue.due", Type.DATE, 12, row -> row.state().dueDate()), new Column<>("unit", "review.queue.unit", Type.TEXT, 22, Queued::unit),
                new Column<>("applied", "review.queue.applied", Type.MONEY, 12, Queued::applied),
                new Column<>("round", "review.queue.round", Type.NUMBER, 7, row -> row.state().round()),
                new Column<>("signed", "review.queue.signed", Type.TEXT, 9, row -> signed(row, messages)),
                new Column<>("no", "review.queue.no", Type.CODE, 20, Queued::reviewNo)));
    }

    private static String signed(Queued row, ReviewMessages messages) {
        List<BodyStatus> bodies = row.state().bodies();
        long in = bodies.stream().filter(status -> status.standing() != Standing.WAITING && status.standing() != Standing.OVERDUE).count();
        return bodies.isEmpty() ? "" : messages.format(messages.signedOf, in, bodies.size());
    }

    @Override
    protected List<Queued> read() {
        return reviews.queue();
    }

    @Override
    protected void show(List<Queued> rows) {
        LocalDate today = session.today();
        fill(rows, messages.format(messages.queueSubtitle, rows.size(), rows.stream().filter(row -> Standings.overdue(row.state(), today)).count()));
    }

    private void prepare() {
        change(messages.preparing, progress -> meetings.prepare(session.today(), "14:30", ""), meeting -> {
            dialogs.status(messages.format(messages.prepared, meeting.no(), meeting.agenda().size()));
            opener.open(Opener.MEETING, meeting.id().toString(), messages.format(messages.meetingTitle, meeting.no()));
        });
    }
}

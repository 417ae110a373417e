package org.lianshen.review.ui;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.identity.Permission;
import org.lianshen.service.Changes;
import org.lianshen.service.MeetingService;
import org.lianshen.service.MeetingService.FollowUp;
import org.lianshen.service.MeetingService.Status;
import org.lianshen.service.ReviewService;
import org.lianshen.service.Session;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.workbench.dialog.FileCopies;
import org.lianshen.workbench.grid.ListPart;
import org.lianshen.workbench.grid.ListTools;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;

/** 督办: what is to be done after meetings, conditions of decisions included, until it is done. */
public final class ActionsPart extends ListPart<FollowUp, List<FollowUp>> {

    private final Opener opener;
    private final Session session;
    private final MeetingService meetings;
    private final ReviewService reviews;
    private final ReviewMessages messages;
    private final FileCopies copies;
    private final FlatButton finish;
    private final FlatButton reopen;
    private final FlatButton evidence;
    private final FlatButton openOnly;
    private List<FollowUp> all = List.of();
    private boolean onlyOpen = true;

    @Inject
    public ActionsPart(Composite parent, ListTools tools, Opener opener, Session session, MeetingService meetings, ReviewService reviews, ReviewMessages messages) {
        super(parent, tools, new Words(messages.actionsTitle, messages.loading, messages.actionsHelp), spec(messages), row -> Arrays.asList(row.meeting(), row.action(), row.proposal(), row.condition()));
        this.opener = opener;
        this.session = session;
        this.meetings = meetings;
        this.reviews = reviews;
        this.messages = messages;
        copies = new FileCopies(tasks, dialogs, kit.messages());
        openOnly = button(messages.showDone, this::showDone);
        evidence = button(messages.openEvidence, this::openEvidence);
        reopen = button(messages.reopen, this::reopen);
        finish = kit.primary(header.actions(), messages.finish, this::finish);
        grid.tint(row -> row.status() == Status.OVERDUE ? Tone.BLOCK : null);
        grid.onOpen(this::open);
        nothing(Icon.CLIPBOARD_CHECK, messages.actionsEmptyWhat, messages.actionsEmptyTodo, null, null);
        start(Changes.Kind.MEETING, Changes.Kind.REVIEW);
    }

    private static TableSpec<FollowUp> spec(ReviewMessages messages) {
        return new TableSpec<>("followUps", "meeting.follow.title", List.of(
                new Column<>("status", "meeting.follow.status", Type.STATE, 8, row -> new Mark("meeting.status." + row.status().name(),
                        switch (row.status()) {
                            case OVERDUE -> Column.Tone.BLOCK;
                            case OPEN -> Column.Tone.INFO;
                            case DONE -> Column.Tone.OK;
                        }, switch (row.status()) {
                            case OVERDUE -> "exclamation-octagon";
                            case OPEN -> "clock";
                            case DONE -> "check-circle";
                        })),
                new Column<>("due", "meeting.follow.due", Type.DATE, 11, FollowUp::due), new Column<>("what", "meeting.follow.what", Type.TEXT, 34, FollowUp::what),
                new Column<>("owner", "meeting.follow.owner", Type.TEXT, 14, row -> String.join(" ", row.owner(), row.person()).strip()),
                new Column<>("kind", "meeting.follow.kind", Type.TEXT, 6, row -> row.isCondition() ? messages.kindCondition : messages.kindAction),
                new Column<>("meeting", "meeting.follow.meeting", Type.CODE, 9, FollowUp::meetingNo), new Column<>("project", "meeting.follow.project", Type.TEXT, 26, FollowUp::project),
                new Column<>("evidence", "meeting.follow.evidence", Type.TEXT, 24, FollowUp::evidence), new Column<>("doneBy", "meeting.follow.doneBy", Type.TEXT, 8, FollowUp::doneBy)));
    }

    private void open(FollowUp row) {
        if (row.isCondition() || row.meeting() == null) {
            opener.open(Opener.REVIEW, row.proposal().toString(), row.project());
        } else {
            opener.open(Opener.MEETING, row.meeting().toString(), messages.format(messages.meetingTitle, row.meetingNo()));
        }
    }

    @Override
    protected List<FollowUp> read() {
        return meetings.followUps();
    }

    @Override
    protected void show(List<FollowUp> rows) {
        all = rows;
        fill(rows.stream().filter(row -> !onlyOpen || row.status() != Status.DONE).toList(), messages.format(messages.actionsSubtitle, rows.stream().filter(row -> row.status() != Status.DONE).count(),
                rows.stream().filter(row -> row.status() == Status.OVERDUE).count(), rows.stream().filter(row -> row.status() == Status.DONE).count()), !rows.isEmpty());
    }

    private void showDone() {
        onlyOpen = !onlyOpen;
        openOnly.setText(onlyOpen ? messages.showDone : messages.hideDone);
        openOnly.requestLayout();
        show(all);
    }

    private FollowUp selected() {
        List<FollowUp> rows = grid.selection();
        return rows.size() == 1 ? rows.getFirst() : null;
    }

    @Override
    protected void allow() {
        FollowUp row = selected();
        finish.allowUnless(row == null ? messages.chooseOne : row.status() == Status.DONE ? messages.doneAlready : mayFinish(row) ? "" : messages.notLead);
        reopen.allowUnless(row == null ? messages.chooseOne : row.isCondition() ? messages.conditionStays : row.status() != Status.DONE ? messages.notDone
                : session.actor().may(Permission.RUN_MEETING) ? "" : messages.notSecretary);
        evidence.allowUnless(row == null ? messages.chooseOne : row.file() == null ? messages.noEvidence : "");
    }

    private boolean mayFinish(FollowUp row) {
        return session.actor().may(row.isCondition() ? Permission.RECEIVE : Permission.RUN_MEETING);
    }

    private void finish() {
        FollowUp row = selected();
        var box = new ActBox(kit, row.isCondition() ? messages.verify : messages.finish, row.isCondition() ? messages.verify : messages.finish).note(row.what());
        var words = box.words(messages.verifyEvidence);
        var file = row.isCondition() ? null : box.file(dialogs, messages.evidenceFile, messages.chooseFile);
        box.unless(() -> words.blank() ? messages.missingEvidence : "");
        dialogs.open(box, refused -> change(messages.verifying, progress -> {
            if (row.isCondition()) {
                reviews.verify(row.proposal(), row.condition(), true, words.text());
            } else {
                meetings.finish(row.meeting(), row.action(), words.text(), file.path());
            }
            return row.what();
        }, what -> dialogs.status(messages.format(messages.finished, what)), refused));
    }

    private void reopen() {
        FollowUp row = selected();
        var box = new ActBox(kit, messages.reopen, messages.reopen).note(row.what());
        var reason = box.words(messages.reason);
        box.unless(() -> reason.blank() ? messages.missingReason : "");
        dialogs.open(box, refused -> change(messages.reopen, progress -> {
            meetings.reopen(row.meeting(), row.action(), reason.text());
            return row.what();
        }, what -> dialogs.status(messages.format(messages.reopened, what)), refused));
    }

    private void openEvidence() {
        FollowUp row = selected();
        copies.open(page, row.file(), target -> meetings.fetchEvidence(row.meeting(), row.action(), target));
    }
}

package org.lianshen.review.ui;

import java.util.List;
import java.util.UUID;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.service.MeetingService;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.task.Tasks;

/** What happens in the room about an item: who leaves for it and comes back, with the minute; what a silent unit is noted with; what is to be done after it. */
final class RoomActs implements ItemSide.Acts {

    private final UUID meeting;
    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final MeetingService meetings;
    private final ReviewMessages messages;
    private final MeetingSaving saving;
    private final MeetingPart part;

    RoomActs(UUID meeting, Kit kit, Tasks tasks, DialogService dialogs, MeetingService meetings, ReviewMessages messages, MeetingSaving saving, MeetingPart part) {
        this.meeting = meeting;
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.meetings = meetings;
        this.messages = messages;
        this.saving = saving;
        this.part = part;
    }

    @Override
    public void changed() {
        part.decided();
    }

    @Override
    public void layout() {
        part.measure();
    }

    @Override
    public void accept(UUID proposal) {
        part.accept(proposal);
    }

    @Override
    public void note(UUID proposal, MeetingService.Silent silent, String words) {
        part.model().note(proposal, silent.code(), words);
        part.changed();
    }

    @Override
    public void leave(UUID proposal, MeetingService.Leaver leaver) {
        saving.enter(messages.leaveRoom, () -> meetings.leave(meeting, proposal, leaver.person(), ""), messages.format(messages.leftRoom, leaver.person()), dialogs::problem);
    }

    @Override
    public void leaveBesides(UUID proposal) {
        List<String> there = part.model().meeting().attendance().stream().filter(Attendance::inTheRoom).map(Attendance::person).toList();
        var box = new ActBox(kit, messages.stepBack, messages.leaveRoom).note(messages.stepBackNote);
        var who = box.choice(messages.attendancePerson, there, -1);
        var why = box.line(messages.reason, "");
        box.unless(() -> who.index() < 0 ? messages.missingPerson : why.blank() ? messages.missingReason : "");
        dialogs.open(box, refused -> {
            String person = there.get(who.index());
            saving.enter(messages.leaveRoom, () -> meetings.leave(meeting, proposal, person, why.text()), messages.format(messages.leftRoom, person), refused);
        });
    }

    @Override
    public void comeBack(UUID proposal, String person) {
        saving.enter(messages.comeBack, () -> meetings.comeBack(meeting, proposal, person), messages.format(messages.cameBack, person), dialogs::problem);
    }

    @Override
    public void raise(UUID proposal) {
        var box = new ActBox(kit, messages.raiseAction, messages.raiseAction).note(messages.raiseNote);
        var what = box.words(messages.actionWhat);
        var owner = box.line(messages.conditionOwner, part.unit(proposal));
        var person = box.line(messages.actionPerson, "");
        var due = box.line(messages.conditionDue, "");
        box.unless(() -> what.blank() ? messages.missingWhat : owner.blank() ? messages.missingUnit : due.day().isEmpty() ? messages.badDate : "");
        dialogs.open(box, refused -> tasks.run(part.page(), messages.raiseAction,
                progress -> meetings.raise(meeting, what.text(), owner.text(), person.text(), due.day().orElseThrow(), proposal),
                raised -> dialogs.status(messages.format(messages.raised, what.text())), refused));
    }
}

package org.lianshen.budget.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.finding.FindingAct;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.finding.Waiver;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.service.FindingService;
import org.lianshen.service.FindingService.Paper;
import org.lianshen.service.Session;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileCopies;
import org.lianshen.workbench.form.Field;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.task.Tasks;

/** Asks for what a step about a finding needs, and has it entered. */
final class FindingActions {

    private final Composite page;
    private final Kit kit;
    private final BudgetMessages messages;
    private final Texts texts;
    private final DialogService dialogs;
    private final FileCopies copies;
    private final Tasks tasks;
    private final Session session;
    private final FindingService findings;
    private final Consumer<FindingState> done;

    /** @param done hears the state after a step */
    FindingActions(Composite page, Kit kit, BudgetMessages messages, Texts texts, DialogService dialogs, Tasks tasks, Session session, FindingService findings,
            Consumer<FindingState> done) {
        this.page = page;
        this.kit = kit;
        this.messages = messages;
        this.texts = texts;
        this.dialogs = dialogs;
        this.copies = new FileCopies(tasks, dialogs, kit.messages());
        this.tasks = tasks;
        this.session = session;
        this.findings = findings;
        this.done = done;
    }

    void start(FindingSteps step, int year, FindingState state) {
        FindingId id = state.id();
        switch (step) {
            case NOTIFY -> due(findings::replyDue, due -> {
                StepBox box = box(step, null, false);
                Field<String> letter = box.add(Field.text("letter", messages.letterNo).required());
                Field<LocalDate> until = box.add(Field.date("due", messages.replyDue).required().value(due));
                open(box, () -> findings.enter(year, id, new FindingStep.Notice(letter.value(), until.value()), null));
            });
            case REPLY -> {
                StepBox box = box(step, messages.addFiles, true);
                Field<String> text = box.add(Field.longText("text", messages.replyText).required().wide());
                open(box, () -> findings.enter(year, id, new FindingStep.Reply(text.value(), attached(box)), null));
            }
            case RECTIFY -> due(findings::rectificationDue, due -> {
                StepBox box = box(step, null, false);
                Field<String> measure = box.add(Field.longText("measure", messages.measure).required().wide());
                Field<LocalDate> until = box.add(Field.date("due", messages.doneBy).required().value(due));
                open(box, () -> findings.enter(year, id, new FindingStep.Rectification(measure.value(), until.value()), null));
            });
            case VERIFY -> {
                StepBox box = box(step, null, false);
                Field<String> result = box.add(Field.choice("result", messages.verified, List.of(new Field.Choice("yes", messages.verifiedYes), new Field.Choice("no", messages.verifiedNo)))
                        .required().value("yes"));
                Field<String> note = box.add(Field.longText("note", messages.verifiedNote).required().wide());
                open(box, () -> findings.enter(year, id, new FindingStep.Verification(result.value().equals("yes"), note.value()), null));
            }
            case WAIVE -> {
                StepBox box = box(step, messages.addFiles, true);
                Field<String> reason = box.add(Field.longText("reason", messages.waiverReason).required().wide());
                Field<LocalDate> until = box.add(Field.date("until", messages.waiverUntil).required());
                open(box, () -> findings.requestWaiver(year, id, reason.value(), until.value(), attached(box)));
            }
            case SIGN -> sign(year, state);
            case CLOSE -> {
                StepBox box = box(step, null, false);
                Field<String> reason = box.add(Field.longText("reason", messages.reason).required().wide());
                open(box, () -> findings.close(year, id, reason.value()));
            }
            case REOPEN -> {
                StepBox box = box(step, null, false);
                Field<String> reason = box.add(Field.longText("reason", messages.reason).required().wide());
                open(box, () -> findings.enter(year, id, new FindingStep.Reopening(reason.value()), null));
            }
            case ASSIGN -> {
                StepBox box = box(step, null, false);
                Field<String> owner = box.add(Field.text("owner", messages.owner).required().value(state.owner()));
                Field<LocalDate> until = box.add(Field.date("due", messages.doneBy).value(state.due()));
                open(box, () -> findings.enter(year, id, new FindingStep.Assignment(owner.value(), until.value()), null));
            }
            case REMARK -> {
                StepBox box = box(step, messages.addFiles, true);
                Field<String> text = box.add(Field.longText("text", messages.remarkText).required().wide());
                open(box, () -> findings.enter(year, id, new FindingStep.Remark(text.value(), attached(box)), null));
            }
        }
    }

    /** Who belongs to a body that signs, signs; who records from paper names body, person and scan. */
    private void sign(int year, FindingState state) {
        boolean paper = session.actor().oneself() || !session.actor().may(Permission.SIGN_WAIVER);
        StepBox box = box(FindingSteps.SIGN, paper ? messages.addScan : null, false);
        List<Field.Choice> bodies = Waiver.bodies(session.pack()).stream().filter(body -> state.waiver().missing().contains(body.code()))
                .map(body -> new Field.Choice(body.code(), name(body))).toList();
        Field<String> body = paper ? box.add(Field.choice("body", messages.signingBody, bodies).required().value(bodies.size() == 1 ? bodies.getFirst().code() : null)) : null;
        Field<String> person = paper ? box.add(Field.text("person", messages.signedBy).required()) : null;
        Field<String> agreed = box.add(Field.choice("agreed", messages.opinion, List.of(new Field.Choice("yes", messages.waiverAgree), new Field.Choice("no", messages.waiverRefuse)))
                .required().value("yes"));
        Field<String> note = box.add(Field.longText("note", messages.waiverNote).wide());
        open(box, () -> findings.signWaiver(year, state.id(), agreed.value().equals("yes"), note.value(),
                paper ? new Paper(body.value(), person.value(), box.files().isEmpty() ? null : box.files().getFirst()) : null));
    }

    void openFile(Attachment file) {
        copies.open(page, file.fileName(), target -> findings.fetch(file, target));
    }

    void saveFile(Attachment file) {
        copies.save(page, file.fileName(), target -> findings.fetch(file, target));
    }

    String name(ReviewBody body) {
        return "zh".equals(texts.locale().getLanguage()) ? body.name() : body.nameEn();
    }

    /** 撤销 of one act. A signature from paper is taken back for the body that gave it. */
    void retract(int year, FindingState state, FindingAct act) {
        var box = new StepBox(kit, messages, dialogs, messages.retract, messages.retractHint, messages.retract, null, false);
        Field<String> reason = box.add(Field.longText("reason", messages.reason).required().wide());
        Paper paper = act.step() instanceof FindingStep.WaiverSignature && session.actor().oneself() ? new Paper(act.body(), act.signedBy(), null) : null;
        open(box, () -> findings.enter(year, state.id(), new FindingStep.Retraction(act.id(), reason.value()), paper));
    }

    private StepBox box(FindingSteps step, String files, boolean several) {
        return new StepBox(kit, messages, dialogs, texts.get("finding.do." + step.name()), texts.get("finding.hint." + step.name()), texts.get("finding.do." + step.name()), files, several);
    }

    private List<Attachment> attached(StepBox box) {
        return box.files().stream().map(findings::attach).toList();
    }

    private void due(Supplier<LocalDate> asked, Consumer<LocalDate> then) {
        tasks.run(page, messages.loading, progress -> asked.get(), then);
    }

    private void open(StepBox box, Supplier<FindingState> work) {
        dialogs.open(box, refused -> tasks.run(page, messages.deciding, progress -> work.get(), done, refused));
    }
}

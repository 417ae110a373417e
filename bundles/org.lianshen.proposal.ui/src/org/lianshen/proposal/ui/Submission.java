package org.lianshen.proposal.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.service.ProposalService;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.task.Tasks;

/** Submitting and withdrawing: the form is checked once more, what stands against it is said above the form and listed beside it, the person confirms, the version is frozen. */
final class Submission {

    private final Composite page;
    private final UUID id;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final ProposalService proposals;
    private final Texts texts;
    private final ProposalMessages messages;
    private final ProposalModel model;
    private final Banner banner;
    private final FormPages pages;
    private final SidePanel side;
    private final Runnable done;
    private boolean running;
    private boolean refused;
    private String refusal = "";

    /** @param done the stored state is another one now, or a refusal left typed words to store */
    Submission(Composite page, UUID id, Tasks tasks, DialogService dialogs, ProposalService proposals, Texts texts, ProposalMessages messages, ProposalModel model, Banner banner,
            FormPages pages, SidePanel side, Runnable done) {
        this.page = page;
        this.id = id;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.proposals = proposals;
        this.texts = texts;
        this.messages = messages;
        this.model = model;
        this.banner = banner;
        this.pages = pages;
        this.side = side;
        this.done = done;
        model.listen(this::on);
    }

    /** Something is on its way to the store, and what the store tells of it is no news. */
    boolean running() {
        return running;
    }

    void start() {
        if (!model.editable() || running) {
            return;
        }
        ProposalForm form = model.form();
        tasks.run(page, messages.checking, progress -> proposals.check(form), found -> {
            model.checked(form, found);
            if (form == model.form()) {
                checked();
            }
        });
    }

    private void checked() {
        if (stands()) {
            pages.touchAll();
            side.showAll();
            refused = true;
            sayRefused();
            return;
        }
        refused = false;
        banner.hide();
        var total = model.form().money(ProposalField.TOTAL_INVESTMENT);
        if (dialogs.confirm(messages.submitTitle, messages.format(messages.submitText, model.form().name(), total.wanText()), messages.submit)) {
            send();
        }
    }

    private boolean stands() {
        return !model.against().isEmpty() || !model.unanswered().isEmpty();
    }

    /** While one works through the list the refusal above the form counts down, and goes with the last. */
    private void on(ProposalModel.Event event) {
        if (!refused || event != ProposalModel.Event.CHECKED && event != ProposalModel.Event.WORDS) {
            return;
        }
        if (!banner.getVisible()) {
            // Closed by the person, or gone with the state it spoke of.
            refused = false;
        } else if (stands()) {
            sayRefused();
        } else {
            refused = false;
            banner.hide();
        }
    }

    private void sayRefused() {
        var against = model.against();
        long errors = against.stream().filter(finding -> !model.needsReason(finding)).count();
        long unexplained = against.size() - errors;
        int unanswered = model.unanswered().size();
        var parts = new ArrayList<String>();
        part(parts, messages.refusedErrors, errors);
        part(parts, messages.refusedReasons, unexplained);
        part(parts, messages.refusedAnswers, unanswered);
        String said = messages.format(messages.submitRefused, String.join(texts.get("common.listSeparator"), parts));
        if (banner.getVisible() && said.equals(refusal)) {
            return;
        }
        refusal = said;
        banner.show(Tone.BLOCK, said, messages.toFirst, this::toFirst);
    }

    private void part(List<String> parts, String words, long count) {
        if (count > 0) {
            parts.add(messages.format(words, count));
        }
    }

    private void toFirst() {
        var against = model.against();
        if (against.isEmpty()) {
            pages.openReturn();
        } else {
            pages.jump(against.getFirst());
        }
    }

    private void send() {
        running = true;
        Proposal sent = model.unsaved();
        boolean store = model.dirty();
        var explanations = model.explanations();
        var answers = model.returned().isEmpty() ? Map.<Integer, String>of() : model.answers();
        tasks.run(page, messages.submitting, progress -> {
            if (store) {
                proposals.save(sent);
            }
            return proposals.submit(id, explanations, answers);
        }, submitted -> {
            running = false;
            model.saved(sent, submitted);
            done.run();
            String said = messages.format(messages.submitted, submitted.reviewNo(), submitted.versions().size());
            banner.show(Tone.OK, said, null, null);
            dialogs.status(said);
        }, failure -> {
            running = false;
            if (model.dirty()) {
                done.run();
            }
            refused(failure);
        });
    }

    private void refused(Tasks.Failure failure) {
        if (failure.cause() instanceof UserProblem problem) {
            List<Message> all = problem.messages();
            banner.show(Tone.BLOCK, messages.format(messages.submitFailed, all.size(), texts.format(all.getFirst())), messages.showAll, () -> dialogs.problem(failure));
        } else {
            dialogs.problem(failure);
        }
    }

    void withdraw() {
        dialogs.ask(messages.withdraw, messages.withdrawReason, text -> text.isBlank() ? messages.withdrawReasonMissing : null, (reason, refused) -> {
            running = true;
            tasks.run(page, messages.withdrawing, progress -> {
                proposals.withdraw(id, reason);
                return reason;
            }, withdrawn -> {
                running = false;
                done.run();
            }, failure -> {
                running = false;
                refused.accept(failure);
            });
        });
    }
}

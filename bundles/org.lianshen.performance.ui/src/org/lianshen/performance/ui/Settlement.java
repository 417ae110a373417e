package org.lianshen.performance.ui;

import java.util.function.Consumer;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.ScoreSheet;
import org.lianshen.service.AppraisalService;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.task.Tasks;

/** Makes an appraisal the result of its project and year: asks for the reason, stores what is typed, settles; or takes that back. */
final class Settlement {

    private final Composite page;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final AppraisalService appraisals;
    private final Texts texts;
    private final PerformanceMessages messages;
    private final AppraisalModel model;
    private final Consumer<Appraisal> done;
    private boolean running;

    /** @param done takes the appraisal after it was settled or reopened */
    Settlement(Composite page, Tasks tasks, DialogService dialogs, AppraisalService appraisals, Texts texts, PerformanceMessages messages, AppraisalModel model,
            Consumer<Appraisal> done) {
        this.page = page;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.appraisals = appraisals;
        this.texts = texts;
        this.messages = messages;
        this.model = model;
        this.done = done;
    }

    /** On its way to the store, and what the store tells of it is no news. */
    boolean running() {
        return running;
    }

    /** Why it cannot be made the result now; null when it can. */
    String blocked() {
        if (model.trial()) {
            return messages.settleInTrial;
        }
        if (model.sheet() == null) {
            return messages.notScored;
        }
        if (model.appraisal().project() == null) {
            return messages.settleUntied;
        }
        if (model.appraisal().settled()) {
            return messages.settledAlready;
        }
        if (model.unfilled() > 0) {
            return messages.format(messages.settleUnfilled, model.unfilled());
        }
        if (!model.weightsAgree()) {
            return messages.format(messages.settleWeights, model.sheet().weightTotal().stripTrailingZeros().toPlainString());
        }
        return null;
    }

    void start() {
        ScoreSheet sheet = model.sheet();
        dialogs.ask(messages.settle, messages.format(messages.settleReason, sheet.total().toPlainString(), texts.get("performance.grade." + sheet.grade().name())),
                text -> text.isBlank() ? messages.settleReasonMissing : null, this::settle);
    }

    /** Takes the result back, for a reason, so that the sheet can be changed. */
    void reopen() {
        Appraisal settled = model.appraisal();
        dialogs.ask(messages.reopen, messages.reopenReason, text -> text.isBlank() ? messages.reopenReasonMissing : null, (reason, refused) -> {
            running = true;
            tasks.run(page, messages.reopening, progress -> appraisals.reopen(settled.id(), reason), this::kept, failure -> failed(failure, refused));
        });
    }

    private void kept(Appraisal kept) {
        running = false;
        done.accept(kept);
    }

    private void failed(Tasks.Failure failure, Consumer<Tasks.Failure> refused) {
        running = false;
        refused.accept(failure);
    }

    private void settle(String reason, Consumer<Tasks.Failure> refused) {
        running = true;
        Appraisal sent = model.appraisal();
        boolean store = model.dirty();
        tasks.run(page, messages.settling, progress -> {
            if (store) {
                appraisals.save(sent);
            }
            return appraisals.settle(sent.id(), reason);
        }, kept -> {
            model.saved(sent, kept);
            kept(kept);
        }, failure -> failed(failure, refused));
    }
}

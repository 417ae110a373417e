package org.lianshen.budget.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.linkage.Candidate;
import org.lianshen.model.linkage.ItWord;
import org.lianshen.service.FindingService;
import org.lianshen.service.LinkageService;
import org.lianshen.service.LinkageService.Renewed;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.task.Tasks;

/** What an officer says of a budget line: this is its project, none of these is, it is divided between several, it is an IT line or not. The run that follows is shown at once. */
final class LineWords {

    private final Control scope;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final LinkageService linkage;
    private final FindingService findings;
    private final BudgetMessages messages;
    private final Consumer<FindingsModel> then;

    /** @param scope results are dropped once it is disposed @param then shows the year as it is after the word */
    LineWords(Control scope, Tasks tasks, DialogService dialogs, LinkageService linkage, FindingService findings, BudgetMessages messages, Consumer<FindingsModel> then) {
        this.scope = scope;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.linkage = linkage;
        this.findings = findings;
        this.messages = messages;
        this.then = then;
    }

    /** I says that a line is an IT line and N that it is not; null for every other key. */
    static ItWord.Answer answer(Event event) {
        if ((event.stateMask & SWT.MODIFIER_MASK) != 0) {
            return null;
        }
        return event.character == 'i' ? ItWord.Answer.IT : event.character == 'n' ? ItWord.Answer.NOT_IT : null;
    }

    /** @param candidates all that the line has; a line that is the sum of several is divided between them */
    void confirm(FindingsModel model, BudgetLine line, Candidate candidate, List<Candidate> candidates) {
        if (candidate.part()) {
            divide(model, line, candidates.stream().filter(Candidate::part).toList());
            return;
        }
        boolean oneUnit = !candidate.sameUnit() && !line.unit().isBlank()
                && dialogs.confirm(messages.sameUnitTitle, messages.format(messages.sameUnitAsk, line.unit(), candidate.unit()), messages.sameUnitVerb);
        keep(model, () -> {
            if (oneUnit) {
                linkage.sameUnit(model.year(), line.unit(), candidate.unit(), "");
            }
            return linkage.confirm(line.id(), candidate.project(), "");
        }, messages.format(messages.confirmed, line.project(), candidate.name()));
    }

    /** A line that holds several approvals is divided between them, after the officer has seen all parts: tied to one of them it would be too much for that one. */
    private void divide(FindingsModel model, BudgetLine line, List<Candidate> parts) {
        List<Money> amounts = parts.getFirst().sum().parts();
        if (parts.size() != amounts.size()) {
            dialogs.status(messages.format(messages.divideUnknown, line.project()));
            return;
        }
        String list = IntStream.range(0, amounts.size()).mapToObj(i -> messages.format(messages.dividePart, parts.get(i).name(), amounts.get(i).yuanText()))
                .collect(Collectors.joining("\n"));
        if (!dialogs.confirm(messages.divideTitle, messages.format(messages.divideAsk, line.project(), line.amount().yuanText(), list), messages.divideVerb)) {
            return;
        }
        keep(model, () -> {
            Renewed last = null;
            for (int i = 0; i < amounts.size(); i++) {
                last = linkage.confirmShare(line.id(), parts.get(i).project(), amounts.get(i), "");
            }
            return last;
        }, messages.format(messages.divided, line.project(), amounts.size()));
    }

    /** None of them. */
    void reject(FindingsModel model, BudgetLine line, List<Candidate> candidates) {
        keep(model, () -> {
            Renewed last = null;
            for (Candidate candidate : candidates) {
                last = linkage.reject(line.id(), candidate.project(), "");
            }
            return last;
        }, messages.format(messages.rejected, candidates.size()));
    }

    void sayIt(FindingsModel model, BudgetLine line, ItWord.Answer answer) {
        keep(model, () -> linkage.sayIt(line.id(), answer, ""), messages.format(answer == ItWord.Answer.IT ? messages.saidIt : messages.saidNotIt, line.project()));
    }

    private void keep(FindingsModel before, Supplier<Renewed> word, String said) {
        tasks.run(scope, messages.deciding, progress -> {
            Renewed renewed = word.get();
            return before.with(renewed.run(), findings.standings(before.year()).orElse(null));
        }, loaded -> {
            then.accept(loaded);
            dialogs.status(said);
        });
    }
}

package org.lianshen.performance.ui;

import org.lianshen.model.Money;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.Execution;
import org.lianshen.workbench.form.Field;
import org.lianshen.workbench.form.FormModel;
import org.lianshen.workbench.text.WorkbenchMessages;

/** Money and words of an appraisal, as a form tied to the model. */
final class AppraisalFields {

    private final AppraisalModel model;
    private final FormModel form;
    private final Field<Money> initial;
    private final Field<Money> budget;
    private final Field<Money> executed;
    private final Field<String> goal;
    private final Field<String> achieved;
    private final Field<String> note;
    private final PerformanceMessages messages;
    private boolean loading;

    AppraisalFields(AppraisalModel model, WorkbenchMessages words, PerformanceMessages messages) {
        this.model = model;
        this.messages = messages;
        form = new FormModel(words);
        FormModel.Section money = form.section("money", messages.moneyTitle);
        initial = money.add(Field.money("initial", messages.initialBudget));
        budget = money.add(Field.money("budget", messages.yearBudget)).help(messages.yearBudgetHelp, "");
        executed = money.add(Field.money("executed", messages.executed));
        FormModel.Section goals = form.section("goals", messages.goalTitle);
        goal = goals.add(Field.longText("goal", messages.goal));
        achieved = goals.add(Field.longText("achieved", messages.achieved));
        note = goals.add(Field.longText("note", messages.note)).help(messages.noteHelp, "");
        initial.onChange(value -> money());
        budget.onChange(value -> money());
        executed.onChange(value -> money());
        goal.onChange(value -> words());
        achieved.onChange(value -> words());
        note.onChange(value -> words());
        model.listen(event -> {
            if (event == AppraisalModel.Event.LOADED) {
                load();
            }
        });
    }

    FormModel form() {
        return form;
    }

    private void load() {
        loading = true;
        try {
            Appraisal appraisal = model.appraisal();
            initial.set(appraisal.execution().initial());
            budget.set(appraisal.execution().budget());
            executed.set(appraisal.execution().executed());
            goal.set(filled(appraisal.goal()));
            achieved.set(filled(appraisal.achieved()));
            note.set(filled(appraisal.note()));
            form.fields().forEach(field -> field.lock(model.editable() ? null : messages.settledLocked));
        } finally {
            loading = false;
        }
    }

    private static String filled(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private void money() {
        if (!loading) {
            model.execution(new Execution(initial.value(), budget.value(), executed.value()));
        }
    }

    private void words() {
        if (!loading) {
            model.texts(text(goal), text(achieved), text(note));
        }
    }

    private static String text(Field<String> field) {
        return field.value() == null ? "" : field.value();
    }
}

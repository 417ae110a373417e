package org.lianshen.budget.ui;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.widgets.Control;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.LineOrigin;
import org.lianshen.model.budget.ValueOrigin;
import org.lianshen.service.BudgetService;
import org.lianshen.service.intake.SourceExcerpt;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.task.Tasks;

/** Opens the place in the original workbook that a value of a budget line came from. Any part of the desk may ask for one to be injected. */
@Creatable
public final class OriginOpener {

    private static final Map<String, BudgetField> FIELDS = Map.of("project", BudgetField.PROJECT_NAME, "unit", BudgetField.AGENCY_NAME, "projectCode", BudgetField.PROJECT_CODE,
            "economic", BudgetField.ECONOMIC_CODE, "source", BudgetField.FUND_TYPE, "reviewNo", BudgetField.REVIEW_NO);

    private final Tasks tasks;
    private final DialogService dialogs;
    private final BudgetService budgets;
    private final Kit kit;
    private final Grids grids;
    private final BudgetMessages messages;
    private final Texts texts;

    @Inject
    public OriginOpener(Tasks tasks, DialogService dialogs, BudgetService budgets, Kit kit, Grids grids, BudgetMessages messages, Texts texts) {
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.budgets = budgets;
        this.kit = kit;
        this.grids = grids;
        this.messages = messages;
        this.texts = texts;
    }

    private record Place(LineOrigin origin, SourceExcerpt excerpt) {
    }

    /** @param field of the value; null, or one that the line has not: the line's amount */
    public void open(Control scope, UUID line, BudgetField field) {
        open(scope, line, origin -> field == null ? null : origin.of(field).orElse(null));
    }

    /** For tables of budget lines: opens the value that a column shows. @param column id of {@code FindingsTables.lineTable} */
    public void open(Control scope, UUID line, String column) {
        open(scope, line, FIELDS.get(column));
    }

    private void open(Control scope, UUID line, Function<LineOrigin, ValueOrigin> choice) {
        tasks.run(scope, messages.originLooking, progress -> {
            LineOrigin origin = budgets.origin(line);
            return new Place(origin, budgets.excerpt(origin.batch().id(), origin.line().sheet(), origin.line().row()));
        }, place -> {
            ValueOrigin asked = choice.apply(place.origin());
            dialogs.show(new OriginBox(kit, grids, messages, texts, place.origin(), place.excerpt(), asked != null ? asked : place.origin().amount().orElse(null)));
        });
    }
}

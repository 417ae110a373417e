package org.lianshen.performance.ui;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.performance.Appraisal.Evaluator;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.form.Field;
import org.lianshen.workbench.form.FormModel;
import org.lianshen.workbench.form.FormView;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.text.Language;

/** What is appraised, by which form, for which year, by whom. */
final class NewAppraisalBox implements DialogService.Box {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Kit kit;
    private final Grids grids;
    private final PerformanceMessages messages;
    private final List<LedgerProject> projects;
    private final FormModel model;
    private final Field<String> template;
    private final Field<BigDecimal> year;
    private final Field<String> evaluator;
    private ProjectList list;
    private LedgerProject chosen;

    NewAppraisalBox(Kit kit, Grids grids, Texts texts, PerformanceMessages messages, List<LedgerProject> projects, List<PerformanceTemplate> templates, int thisYear) {
        this.kit = kit;
        this.grids = grids;
        this.messages = messages;
        this.projects = projects;
        model = new FormModel(kit.messages());
        FormModel.Section section = model.section("new", "");
        boolean english = messages.language() == Language.ENGLISH;
        template = section.add(Field.choice("template", texts.get("performance.head.template"),
                templates.stream().map(each -> new Field.Choice(each.id(), english ? each.nameEn() : each.name())).toList()).required().wide());
        template.value(templates.getFirst().id());
        year = section.add(Field.number("year", texts.get("performance.head.year")).required().value(BigDecimal.valueOf(thisYear))
                .check(value -> isYear(value) ? null : messages.format(messages.notAYear, value.toPlainString())));
        evaluator = section.add(Field.choice("evaluator", texts.get("performance.head.evaluator"),
                Arrays.stream(Evaluator.values()).map(each -> new Field.Choice(each.name(), texts.get("performance.evaluator." + each.name()))).toList()).required()
                .value(Evaluator.SELF.name()));
    }

    private static boolean isYear(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0 && value.compareTo(BigDecimal.valueOf(FIRST_YEAR)) >= 0 && value.compareTo(BigDecimal.valueOf(LAST_YEAR)) <= 0;
    }

    LedgerProject project() {
        return chosen;
    }

    String template() {
        return template.value();
    }

    int year() {
        return year.value().intValueExact();
    }

    Evaluator evaluator() {
        return Evaluator.valueOf(evaluator.value());
    }

    @Override
    public String title() {
        return messages.newTitle;
    }

    @Override
    public String verb() {
        return messages.newVerb;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        Composite area = kit.box(parent, 1);
        list = new ProjectList(area, kit, grids, messages, projects, () -> {
            chosen = list.chosen().orElse(null);
            state.run();
        });
        FormView form = new FormView(kit, area, model, 0, kit.look().u(2));
        GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().characters(104), kit.look().u(54)).applyTo(form.control());
        model.onChange(state);
        return area;
    }

    @Override
    public String missing() {
        return chosen == null ? messages.projectMissing : model.missing();
    }
}

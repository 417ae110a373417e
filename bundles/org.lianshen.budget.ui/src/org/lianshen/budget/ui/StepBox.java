package org.lianshen.budget.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.form.Field;
import org.lianshen.workbench.form.FormModel;
import org.lianshen.workbench.form.FormView;
import org.lianshen.workbench.kit.Kit;

/** A few fields for a step about a finding, with files where the step may have some. */
final class StepBox implements DialogService.Box {

    private final Kit kit;
    private final BudgetMessages messages;
    private final DialogService dialogs;
    private final String title;
    private final String hint;
    private final String verb;
    private final FormModel model;
    private final FormModel.Section section;
    private final String filesWord;
    private final boolean several;
    private final List<Path> files = new ArrayList<>();

    /** @param filesWord on the button that adds files, or null where the step has none @param several more than one file may be added */
    StepBox(Kit kit, BudgetMessages messages, DialogService dialogs, String title, String hint, String verb, String filesWord, boolean several) {
        this.kit = kit;
        this.messages = messages;
        this.dialogs = dialogs;
        this.title = title;
        this.hint = hint;
        this.verb = verb;
        this.filesWord = filesWord;
        this.several = several;
        model = new FormModel(kit.messages());
        section = model.section("step", "");
    }

    <V> Field<V> add(Field<V> field) {
        return section.add(field);
    }

    List<Path> files() {
        return List.copyOf(files);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String verb() {
        return verb;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        Composite area = kit.box(parent, 1);
        Label said = kit.wrapped(area, hint);
        int width = kit.look().characters(70);
        GridDataFactory.fillDefaults().grab(true, false).hint(width, SWT.DEFAULT).applyTo(said);
        var form = new FormView(kit, area, model, 0, kit.look().u(2));
        GridDataFactory.fillDefaults().grab(true, false).hint(width, form.height(width)).applyTo(form.control());
        if (filesWord != null) {
            Composite row = kit.row(area, 2);
            Label names = kit.muted(row, named());
            kit.button(row, filesWord, () -> {
                if (!several) {
                    files.clear();
                }
                files.addAll(dialogs.openFiles(filesWord, several));
                names.setText(named());
                area.layout(true, true);
                state.run();
            }).moveAbove(names);
            GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(names);
        }
        model.onChange(state);
        return area;
    }

    private String named() {
        return files.isEmpty() ? messages.noFiles : String.join("、", files.stream().map(file -> file.getFileName().toString()).toList());
    }

    @Override
    public String missing() {
        return model.missing();
    }
}
